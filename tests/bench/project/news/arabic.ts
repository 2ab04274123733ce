import type { Rules } from './grammar.ts'

/** News in Arabic, as invented as that in English. */
export const ARABIC: Rules = {
  title: [
    '{incident} في {place}',
    '{office} ينفي وقوع {incident} قرب {place}',
    'هدوء حذر في {place}',
  ],
  sentence: [
    'قال {actor} {when} إن <claim|{event}>.',
    'أفاد {actor} بأن <claim|{figure} {people} {hurt} في {place}>.',
    'وقع {incident} {when} في {place}، وفق ما ذكره {actor}.',
    'غادر {figure} {people} بلدة {place} {when}.',
    'نفى {actor} هذه الأنباء وأكد أن <claim|{event}>.',
    'لم يرد {actor} على أسئلة الصحفيين بشأن ما جرى في {place}.',
    'تعود المدارس والمستشفى في {place} إلى العمل {when}.',
  ],
  event: [
    'الطريق إلى {place} لا يزال مغلقا',
    'القافلة ستصل إلى {place} {when}',
    '{figure} {people} {hurt} في {incident}',
    'الهدنة قرب {place} لم تنتهك',
  ],
  actor: ['<actor|{office}>', '<actor|{person}>', '<actor|{force}>'],
  office: ['المحافظ', 'وزارة الصحة', 'مجلس المدينة', 'وزارة الخارجية'],
  force: ['حرس الحدود', 'اللواء الثالث', 'الدفاع المدني', 'خفر السواحل'],
  when: [
    '<date|يوم {weekday}>',
    '<date|في {n30} {month}>',
    '<date|فجر {weekday}>',
    '<date|قبل يومين>',
  ],
  weekday: ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
  month: ['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول'],
  figure: [
    '<casualty figure|{n100}>',
    '<casualty figure|أكثر من {n100}>',
    '<casualty figure|عشرات>',
  ],
  people: ['مدنيا', 'شخصا', 'جنديا', 'صيادا', 'سائقا'],
  hurt: ['قتلوا', 'أصيبوا', 'فقدوا', 'نزحوا'],
  incident: ['قصف', 'انفجار', 'فيضان', 'كمين', 'اشتباك'],
  person: ['{first} {last}'],
  first: ['أمل', 'جلال', 'لينا', 'مروان', 'رامي', 'سلمى', 'طارق', 'يارا', 'زكي', 'هالة'],
  last: ['درويش', 'معروف', 'نصران', 'تولان', 'عبراني', 'حسكل', 'لوماني', 'بلقان', 'رزان'],
  place: ['أدرفان', 'بلمورا', 'دارل', 'فرحانة', 'غنبيل', 'حصرون', 'لطمة', 'نيرب', 'سرمين', 'زهرون'],
  n30: Array.from({ length: 29 }, (_, index) => String(index + 1)),
  n100: Array.from({ length: 97 }, (_, index) => String(index + 3)),
}
