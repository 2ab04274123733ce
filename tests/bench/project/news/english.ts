import type { Rules } from './grammar.ts'

/** News in English, all of it invented; names are not those of persons. */
export const ENGLISH: Rules = {
  title: [
    '{Headline} in {place}',
    '{place}: {n100} {hurt} as {incident} goes on',
    '{office} denies {incident} near {place}',
    'What is known about the {incident} in {place}',
    '{person} calls for calm after {incident}',
  ],
  Headline: ['Truce holds', 'Convoy hit', 'Market reopens', 'Bridge closed', 'Talks resume'],

  sentence: [
    '{actor} said {when} that <claim|{event}>.',
    '{when}, {actor} told reporters that <claim|{event}>.',
    '“{Opinion},” said {actor}, who arrived in {place} {when}.',
    'According to {actor}, <claim|{figure} {people} were {hurt} in {place}>.',
    '{figure} {people} were {hurt} {when} when {incident} struck {place}.',
    'Residents of {place} spoke of {figure} {people} {hurt}; {actor} could not confirm it.',
    '{actor} rejected the report and insisted that <claim|{event}>.',
    'The {incident} of {when} was the {ordinal} in {place} within {n30} days.',
    'Since {when}, {figure} {people} have left {place} for {place}, {actor} estimates.',
    'A road of {n100} kilometres between {place} and {place} has been closed since {when}.',
    'Prices at the market of {place} rose by {n30} per cent, a trader named {person} said.',
    'Neither {actor} nor {actor} answered questions about the {incident}.',
    'Schools and the hospital in {place} are to open again {when}.',
    'Pictures from {place} show damaged houses, a burnt-out lorry and {n30} tents beside the river.',
    '{Opinion}, a teacher in {place} wrote.',
  ],
  event: [
    '{figure} {people} had been {hurt} in the {incident}',
    'the {incident} had been planned for {n30} days',
    'no vehicle had crossed the bridge at {place}',
    'the convoy to {place} would be let through {when}',
    '{actor} had broken the truce near {place}',
    'the {incident} began without any warning',
  ],
  Opinion: [
    'We heard the {incident} before we saw it',
    'Nobody has told us when the road to {place} opens',
    'The numbers change every hour',
    'There is water, but no bread',
    'We counted {n30} lorries and then stopped',
  ],

  actor: [
    '<actor|{office}>',
    '<actor|{person}>',
    '<actor|{person}, {role} of {place}>',
    '<actor|the {force}>',
    '<actor|the {organisation}>',
  ],
  office: ['the governor', 'the ministry of health', 'the foreign ministry', 'the city council'],
  role: ['mayor', 'chief of police', 'spokeswoman', 'head of the hospital', 'deputy governor'],
  force: ['border guard', 'Third Brigade', 'coast guard', 'northern command', 'civil defence'],
  organisation: ['Harbour Relief Committee', 'Union of Physicians', 'Observatory of the Plain'],

  when: [
    '<date|on {weekday}>',
    '<date|on {day} {month}>',
    '<date|{day} {month} {year}>',
    '<date|{relative}>',
  ],
  relative: ['last night', 'on the eve of the talks', 'two days earlier', 'at dawn on {weekday}'],
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  month: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  day: ['{n30}'],
  year: ['2014', '2016', '2018', '2019', '2020', '2021', '2022', '2023'],

  figure: [
    '<casualty figure|at least {n100}>',
    '<casualty figure|{n100}>',
    '<casualty figure|more than {n100},{n900}>',
    '<casualty figure|between {n30} and {n100}>',
    '<casualty figure|dozens of>',
  ],
  people: ['people', 'civilians', 'soldiers', 'fishermen', 'villagers', 'drivers', 'children'],
  hurt: ['killed', 'wounded', 'missing', 'displaced', 'detained'],
  incident: ['shelling', 'air strike', 'flood', 'ambush', 'explosion', 'landslide', 'clash'],
  ordinal: ['second', 'third', 'fourth', 'fifth'],

  person: ['{first} {last}'],
  first:
    'Amal Bero Cemil Dana Edip Fadia Goran Hala Iskan Jalal Kawa Lina Marwan Nadja Orhan Petra Rami Salma Tarik Umut Vera Wael Yara Zeki'.split(
      ' ',
    ),
  last: 'Abrani Belkan Cordo Darvish Elbaz Farou Gelmez Haskal Ibrani Jurdan Kesten Lomani Marouf Nasran Ostrek Paxan Qadro Rezan Sarkiz Tolan Ulmaz Varro Yazid Zoran'.split(
    ' ',
  ),
  place:
    'Adravan Belmora Cirkesh Darel Eskibar Farhane Ghanbil Hasrun Irmak Jebelor Karsun Latmeh Maranit Nerab Ostrova Perdan Qamran Rastel Sermin Tavla Ulubek Vartan Yenikor Zahrun'.split(
      ' ',
    ),
  n30: Array.from({ length: 29 }, (_, index) => String(index + 1)),
  n100: Array.from({ length: 97 }, (_, index) => String(index + 3)),
  n900: Array.from({ length: 800 }, (_, index) => String(index + 100)),
}
