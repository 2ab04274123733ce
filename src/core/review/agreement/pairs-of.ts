/** All pairs of this many annotators, by their numbers: (0, 1), (0, 2), … */
export function pairsOf(annotators: number): readonly (readonly [number, number])[] {
  const numbers = Array.from({ length: annotators }, (_, number) => number)
  return numbers.flatMap((one) =>
    numbers.slice(one + 1).map((other): readonly [number, number] => [one, other]),
  )
}
