/** A language among those that share its script. */
export interface Alphabet {
  /** BCP 47. */
  readonly tag: string
  /** Under which franc knows how its words look (ISO 639-3); null where it does not. */
  readonly model: string | null
  /** Its letters in lower case, composed (NFC), beyond those that its script shares. */
  readonly letters: string
}

/** A script, the letters that its languages share, and those languages. */
export interface SharedScript {
  readonly letters: string
  /** What a share of letters that its alphabet lacks takes from a language's likeness of 0 to 1. */
  readonly foreignWeight: number
  readonly alphabets: readonly Alphabet[]
}

/** `tag model letters`; a model of `-` is none. */
function alphabet(row: string): Alphabet {
  const [tag = '', model = '-', letters = ''] = row.split(' ')
  return { tag, model: model === '-' ? null : model, letters }
}

/** Latin keeps the spelling of foreign names, which come to one letter in fifty or even twenty. */
const namesAreKept = 3
/** Elsewhere names are respelled in the letters of the language. */
const namesAreRespelled = 10

/**
 * Scripts that many languages share. Which of them a text is in is told by the look of its words,
 * and by these letters: no Slovene has "ř", however much its words look like Czech ones.
 *
 * Only languages that news are written in; others would be taken for one of these no more often
 * than one of these for them. Norwegian is one language here, as its two forms are too near.
 * @see Unicode CLDR, main exemplar characters
 */
export const sharedScripts: Readonly<Record<string, SharedScript>> = {
  Latin: {
    letters: 'abcdefghijklmnopqrstuvwxyz',
    foreignWeight: namesAreKept,
    alphabets: [
      'af afr áéèêëíîïóôöúûü',
      'az azj çəğıiöşü',
      'bs bos čćđšž',
      'ca cat àçéèíïóòúü',
      'cs ces áčďéěíňóřšťúůýž',
      'da dan æøåé',
      'de deu äöüß',
      'en eng',
      'es spa áéíñóúü',
      'et ekk äõöšüž',
      'fi fin äåö',
      'fil tgl ñ',
      'fr fra àâæçéèêëîïôœùûüÿ',
      'ha hau ɓɗƙƴ',
      'hr hrv čćđšž',
      'hu hun áéíóöőúüű',
      'id ind',
      'is - áðéíóúýþæö',
      'it ita àéèìíîòóùú',
      'ku ckb çêîşû',
      'lt lit ąčęėįšųūž',
      'lv lvs āčēģīķļņšūž',
      'ms zlm',
      'nl nld áéëíïóöúü',
      'no nob æøåéèêóòâôü',
      'no nno æøåéèêóòâôü',
      'pl pol ąćęłńóśźż',
      'pt por áâãàçéêíóôõú',
      'ro ron ăâîșțşţ',
      'sk slk áäčďéíĺľňóôŕšťúýž',
      'sl slv čšž',
      'so som',
      'sq als çë',
      'sr-Latn srp čćđšž',
      'sv swe äåöé',
      'sw swh',
      'tk tuk äçňöşüýž',
      'tr tur çğıiöşüâîû',
      'uz uzn',
      'vi vie àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
    ].map(alphabet),
  },
  Cyrillic: {
    letters: 'абвгдежзклмнопрстуфхцчш',
    foreignWeight: namesAreRespelled,
    alphabets: [
      'be bel ёійўыьэюя',
      'bg bul ийщъьюя',
      'kk kaz ёийщъыьэюяәғқңөұүһі',
      'ky kir ёийщъыьэюяңөү',
      'mk mkd ѓѕијљњќџѐѝ',
      'mn khk ёийщъыьэюяөү',
      'ru rus ёийщъыьэюя',
      'sr srp ђијљњћџ',
      'tg tgk ёийщъыьэюяғӣқӯҳҷ',
      'tt tat ёийщъыьэюяәөүҗңһ',
      'uk ukr ґєиіїйщьюя',
    ].map(alphabet),
  },
  Arabic: {
    letters: 'ءآأؤئابتثجحخدذرزسشصضطظعغفقلمنهو',
    foreignWeight: namesAreRespelled,
    alphabets: [
      'ar arb إةىيك',
      'ckb - پچژگکیڕڵێۆەھڤ',
      'fa pes پچژگکیةيك',
      'ps pbu پچژگکیيټډړږښځڅڼۍېګة',
      'ug uig پچژگكىيەېۆۇۈۋھڭ',
      'ur urd پچژگکیٹڈڑںھہۂۃۓے',
    ].map(alphabet),
  },
  Bengali: {
    letters: '',
    foreignWeight: namesAreRespelled,
    alphabets: ['as - ৰৱ', 'bn - র'].map(alphabet),
  },
  Devanagari: {
    letters: '',
    foreignWeight: namesAreRespelled,
    alphabets: ['hi hin', 'mr mar', 'ne npi'].map(alphabet),
  },
  Hebrew: {
    letters: '',
    foreignWeight: namesAreRespelled,
    alphabets: ['he heb', 'yi ydd'].map(alphabet),
  },
  Ethiopic: {
    letters: '',
    foreignWeight: namesAreRespelled,
    alphabets: ['am amh', 'ti tir'].map(alphabet),
  },
}

/** Scripts that one language is written in, as far as news go. */
export const ownScripts: Readonly<Record<string, string>> = {
  Armenian: 'hy',
  Georgian: 'ka',
  Greek: 'el',
  Gujarati: 'gu',
  Gurmukhi: 'pa',
  Hangul: 'ko',
  Kannada: 'kn',
  Khmer: 'km',
  Lao: 'lo',
  Malayalam: 'ml',
  Myanmar: 'my',
  Oriya: 'or',
  Sinhala: 'si',
  Tamil: 'ta',
  Telugu: 'te',
  Thaana: 'dv',
  Thai: 'th',
  Tibetan: 'bo',
}

/** Frequent words that a language has and the one that looks most like it has not. */
export const tellingWords: Readonly<Record<string, string>> = {
  af: 'hulle nie se sy vir',
  nl: 'een niet voor wordt zijn',
  da: 'af blev efter hvad nogle nu ud uden',
  no: 'av ble etter hva noen nå ut uten',
  id: 'agustus bahwa bisa desember karena maret pekan polisi',
  ms: 'bahawa beliau boleh disember kerana mac ogos polis',
  bg: 'бе беше да като от са се ще',
  ru: 'был было как их но при что это',
  cs: 'být co jako jsou který nebo pro se',
  sk: 'ako alebo bol byť čo ktorý pre sa sú',
}
