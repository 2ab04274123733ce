/** What a number of rounds came to; edits are single changes, of which a batch holds some. */
export interface Counts {
  rounds: number
  kills: number
  /** Kills with a batch sent and not yet acknowledged. */
  killsInWrite: number
  sent: number
  acknowledged: number
  /** Edits that are on disk although the kill came before anybody was told. */
  kept: number
  /** Temporary files that a killed write has left. */
  leftovers: number
  /** Harmless things that the program tells of a project when it opens it. */
  notices: number
  damaged: number
  /** Edits that were acknowledged and are not on disk. */
  lost: number
}

export function noCounts(): Counts {
  return {
    rounds: 0,
    kills: 0,
    killsInWrite: 0,
    sent: 0,
    acknowledged: 0,
    kept: 0,
    leftovers: 0,
    notices: 0,
    damaged: 0,
    lost: 0,
  }
}
