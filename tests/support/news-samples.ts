/** The beginning of one news article in many languages, by their tags; written for these tests. */
export const NEWS: readonly (readonly [tag: string, text: string])[] = [
  [
    'af',
    'Die brug oor die rivier is Sondag gesluit nadat werkers skeure gevind het. Inwoners sê hulle het nie geweet dat die pad so lank toe sal bly nie.',
  ],
  ['am', 'የከተማው ድልድይ እሁድ ዕለት ተዘግቷል። ሠራተኞች ስንጥቆችን አግኝተዋል ሲሉ ባለሥልጣናት ተናግረዋል።'],
  [
    'ar',
    'أُغلق الجسر فوق النهر يوم الأحد بعدما عثر العمال على تشققات في أعمدته. وقال سكان الحي إن أحدا لم يخبرهم متى سيفتح من جديد.',
  ],
  [
    'az',
    'Çayın üzərindəki körpü bazar günü bağlanıb, çünki fəhlələr dayaqlarda çatlar aşkar ediblər. Sakinlər yolun nə vaxt açılacağını bilmirlər.',
  ],
  [
    'be',
    'Мост праз раку зачынілі ў нядзелю пасля таго, як рабочыя знайшлі расколіны. Жыхары кажуць, што ніхто не паведаміў ім пра тэрміны рамонту.',
  ],
  [
    'bg',
    'Мостът над реката беше затворен в неделя, след като работници откриха пукнатини. Жителите казват, че никой не им е съобщил кога ще бъде отворен.',
  ],
  ['bn', 'রবিবার নদীর উপর সেতুটি বন্ধ করে দেওয়া হয়েছে, কারণ শ্রমিকেরা ফাটল দেখতে পান।'],
  [
    'ca',
    'El pont sobre el riu es va tancar diumenge després que els treballadors hi trobessin esquerdes. Els veïns diuen que ningú no els ha avisat de quan tornarà a obrir.',
  ],
  [
    'ckb',
    'پردی سەر ڕووبارەکە ڕۆژی یەکشەممە داخرا دوای ئەوەی کرێکاران درزیان تێدا دۆزییەوە. دانیشتووان دەڵێن کەس پێی نەگوتوون کەی دەکرێتەوە.',
  ],
  [
    'cs',
    'Most přes řeku byl v neděli uzavřen poté, co dělníci objevili trhliny v pilířích. Obyvatelé říkají, že jim nikdo neřekl, kdy se znovu otevře.',
  ],
  [
    'da',
    'Broen over floden blev lukket søndag, efter at arbejdere havde fundet revner i pillerne. Beboerne siger, at ingen har fortalt dem, hvornår den åbner igen.',
  ],
  [
    'de',
    'Die Brücke über den Fluss wurde am Sonntag gesperrt, nachdem Arbeiter Risse in den Pfeilern entdeckt hatten. Anwohner sagen, niemand habe ihnen mitgeteilt, wann sie wieder öffnet.',
  ],
  ['el', 'Η γέφυρα έκλεισε την Κυριακή, όταν εργάτες βρήκαν ρωγμές στις κολόνες της.'],
  [
    'en',
    'The bridge over the river was closed on Sunday after workers found cracks in its pillars. Residents say nobody has told them when it will open again.',
  ],
  [
    'es',
    'El puente sobre el río quedó cerrado el domingo después de que unos obreros hallaran grietas en los pilares. Los vecinos dicen que nadie les ha informado de cuándo volverá a abrirse.',
  ],
  [
    'et',
    'Üle jõe viiv sild suleti pühapäeval, kui töölised leidsid sammastest pragusid. Elanikud ütlevad, et keegi ei ole neile öelnud, millal see jälle avatakse.',
  ],
  [
    'fa',
    'پل روی رودخانه روز یکشنبه پس از آنکه کارگران در ستون‌های آن ترک پیدا کردند بسته شد. ساکنان می‌گویند هیچ‌کس به آنها نگفته است چه زمانی باز می‌شود.',
  ],
  [
    'fi',
    'Joen ylittävä silta suljettiin sunnuntaina, kun työmiehet löysivät sen pilareista halkeamia. Asukkaiden mukaan kukaan ei ole kertonut heille, milloin se avataan uudelleen.',
  ],
  [
    'fr',
    'Le pont sur le fleuve a été fermé dimanche après la découverte de fissures dans ses piliers. Les habitants disent que personne ne leur a annoncé la date de réouverture.',
  ],
  [
    'he',
    'הגשר מעל הנהר נסגר ביום ראשון לאחר שפועלים מצאו סדקים בעמודיו. תושבים אומרים שאיש לא אמר להם מתי ייפתח שוב.',
  ],
  [
    'hi',
    'नदी पर बना पुल रविवार को बंद कर दिया गया क्योंकि मज़दूरों को खंभों में दरारें मिलीं। लोगों का कहना है कि किसी ने उन्हें नहीं बताया कि यह कब खुलेगा।',
  ],
  [
    'hu',
    'A folyó hídját vasárnap lezárták, miután a munkások repedéseket találtak a pilléreken. A lakók szerint senki sem mondta meg nekik, mikor nyitják meg újra.',
  ],
  ['hy', 'Գետի կամուրջը փակվել է կիրակի օրը, երբ բանվորները ճաքեր են գտել։'],
  [
    'id',
    'Jembatan di atas sungai itu ditutup pada hari Minggu setelah para pekerja menemukan retakan. Polisi mengatakan bahwa warga belum diberi tahu kapan jembatan akan dibuka karena pemeriksaan masih berjalan.',
  ],
  [
    'is',
    'Brúnni yfir ána var lokað á sunnudag eftir að verkamenn fundu sprungur í stöplunum. Íbúar segja að enginn hafi sagt þeim hvenær hún verður opnuð á ný.',
  ],
  [
    'it',
    'Il ponte sul fiume è stato chiuso domenica dopo che gli operai hanno trovato crepe nei piloni. Gli abitanti dicono che nessuno ha comunicato loro quando riaprirà.',
  ],
  ['ja', '川にかかる橋は、作業員が柱のひび割れを見つけたため日曜日に閉鎖された。'],
  ['ka', 'მდინარეზე ხიდი კვირას დაიკეტა, რადგან მუშებმა ბზარები აღმოაჩინეს.'],
  [
    'kk',
    'Өзен үстіндегі көпір жексенбі күні жабылды, өйткені жұмысшылар тіректерінен жарықтар тапты. Тұрғындар оның қашан ашылатынын ешкім айтпағанын мәлімдеді.',
  ],
  ['km', 'ស្ពានឆ្លងទន្លេត្រូវបានបិទនៅថ្ងៃអាទិត្យ'],
  ['ko', '강을 건너는 다리는 작업자들이 기둥에서 금을 발견한 뒤 일요일에 폐쇄됐다.'],
  ['lo', 'ຂົວຂ້າມແມ່ນ້ຳຖືກປິດໃນວັນອາທິດ'],
  [
    'lt',
    'Tiltas per upę sekmadienį uždarytas, kai darbininkai jo atramose rado įtrūkimų. Gyventojai sako, kad niekas jiems nepranešė, kada jis vėl bus atidarytas.',
  ],
  [
    'lv',
    'Tilts pār upi svētdien tika slēgts, kad strādnieki tā balstos atrada plaisas. Iedzīvotāji saka, ka neviens viņiem nav paziņojis, kad to atkal atvērs.',
  ],
  [
    'mk',
    'Мостот преку реката беше затворен во недела откако работниците најдоа пукнатини. Жителите велат дека никој не им кажал кога повторно ќе се отвори.',
  ],
  [
    'mr',
    'नदीवरील पूल रविवारी बंद करण्यात आला, कारण कामगारांना खांबांमध्ये भेगा आढळल्या. तो पुन्हा कधी सुरू होईल हे कोणीही सांगितले नाही, असे रहिवाशांचे म्हणणे आहे.',
  ],
  ['my', 'မြစ်ကူးတံတားကို တနင်္ဂနွေနေ့က ပိတ်ခဲ့သည်။'],
  [
    'nl',
    'De brug over de rivier werd zondag afgesloten nadat arbeiders scheuren in de pijlers hadden gevonden. Bewoners zeggen dat niemand hun heeft verteld wanneer hij weer opengaat.',
  ],
  [
    'no',
    'Broen over elva ble stengt søndag etter at arbeidere hadde funnet sprekker i pilarene. Beboerne sier at ingen har fortalt dem når den åpner igjen.',
  ],
  [
    'pl',
    'Most przez rzekę zamknięto w niedzielę, gdy robotnicy znaleźli pęknięcia w filarach. Mieszkańcy mówią, że nikt im nie powiedział, kiedy zostanie otwarty.',
  ],
  [
    'ps',
    'د سیند پر سر پُل د یکشنبې په ورځ وتړل شو ځکه چې کارګرانو په ستنو کې درزونه وموندل. اوسېدونکي وايي چې هیچا نه دي ورته ویلي چې کله به بیا پرانیستل شي.',
  ],
  [
    'pt',
    'A ponte sobre o rio foi fechada no domingo depois que operários encontraram rachaduras nos pilares. Moradores dizem que ninguém lhes informou quando ela será reaberta.',
  ],
  [
    'ro',
    'Podul peste râu a fost închis duminică după ce muncitorii au găsit fisuri în piloni. Locuitorii spun că nimeni nu le-a comunicat când va fi redeschis.',
  ],
  [
    'ru',
    'Мост через реку закрыли в воскресенье после того, как рабочие нашли трещины в опорах. Жители говорят, что им никто не сообщил, когда его снова откроют.',
  ],
  [
    'sk',
    'Most cez rieku v nedeľu uzavreli po tom, čo robotníci našli v pilieroch trhliny. Obyvatelia hovoria, že im nikto nepovedal, kedy ho znovu otvoria.',
  ],
  [
    'sl',
    'Most čez reko so v nedeljo zaprli, potem ko so delavci v stebrih našli razpoke. Prebivalci pravijo, da jim nihče ni povedal, kdaj ga bodo spet odprli.',
  ],
  [
    'sq',
    'Ura mbi lumë u mbyll të dielën pasi punëtorët gjetën plasaritje në shtylla. Banorët thonë se askush nuk u ka treguar se kur do të hapet përsëri.',
  ],
  [
    'sr',
    'Мост преко реке затворен је у недељу пошто су радници пронашли пукотине. Становници кажу да им нико није рекао када ће поново бити отворен.',
  ],
  [
    'sv',
    'Bron över floden stängdes i söndags sedan arbetare hittat sprickor i pelarna. De boende säger att ingen har talat om för dem när den öppnar igen.',
  ],
  [
    'sw',
    'Daraja la mto lilifungwa siku ya Jumapili baada ya wafanyakazi kupata nyufa katika nguzo zake. Wakazi wanasema hakuna aliyewaambia ni lini litafunguliwa tena.',
  ],
  ['ta', 'ஆற்றின் மேல் உள்ள பாலம் ஞாயிற்றுக்கிழமை மூடப்பட்டது.'],
  ['th', 'สะพานข้ามแม่น้ำถูกปิดเมื่อวันอาทิตย์หลังคนงานพบรอยร้าวที่เสา'],
  [
    'tr',
    'Nehrin üzerindeki köprü, işçilerin ayaklarında çatlaklar bulmasının ardından pazar günü kapatıldı. Mahalleli, ne zaman açılacağını kimsenin söylemediğini anlatıyor.',
  ],
  [
    'ug',
    'دەريا ئۈستىدىكى كۆۋرۈك يەكشەنبە كۈنى تاقالدى، چۈنكى ئىشچىلار يېرىقلارنى بايقىدى. ئاھالىلەر ئۇنىڭ قاچان ئېچىلىدىغانلىقىنى ھېچكىمنىڭ ئېيتمىغانلىقىنى بىلدۈردى.',
  ],
  [
    'uk',
    'Міст через річку закрили в неділю після того, як робітники знайшли тріщини в опорах. Мешканці кажуть, що їм ніхто не повідомив, коли його знову відкриють.',
  ],
  [
    'ur',
    'دریا کا پل اتوار کو اس وقت بند کر دیا گیا جب مزدوروں کو ستونوں میں دراڑیں ملیں۔ رہائشیوں کا کہنا ہے کہ کسی نے انہیں نہیں بتایا کہ یہ کب کھلے گا۔',
  ],
  [
    'vi',
    'Cây cầu bắc qua sông đã bị đóng hôm Chủ nhật sau khi công nhân phát hiện vết nứt. Người dân nói không ai cho họ biết khi nào cầu sẽ mở lại.',
  ],
  [
    'zh-Hans',
    '工人发现桥墩有裂缝后，跨河大桥于星期日关闭。居民说，没有人告诉他们什么时候重新开放。',
  ],
  [
    'zh-Hant',
    '工人發現橋墩有裂縫後，跨河大橋於星期日關閉。居民說，沒有人告訴他們什麼時候重新開放。',
  ],
]

/** The text of a language. @throws RangeError when there is none. */
export function newsOfLanguage(language: string): string {
  const text = NEWS.find(([tag]) => tag === language)?.[1]
  if (text === undefined) throw new RangeError(`There is no news of ${language}`)
  return text
}
