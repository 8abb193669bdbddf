import type { LanguageTable } from "./language.ts";

/**
 * Small tables. Each covers the frequent negations, the number words that are counted with every day (not all
 * compounds), and the common forms of the modal verbs.
 */
export const otherTables: readonly LanguageTable[] = [
  {
    name: "German",
    frequent:
      "der die das und ist nicht ein eine den dem des mit von zu auf für im sich auch es an als werden wird sie wir",
    negations:
      "nicht nichts nie niemals niemand niemanden niemandem niemandes nirgends nirgendwo weder ohne nein keineswegs keinesfalls keinerlei",
    negationForms: /^kein(?:e|en|em|er|es)?$/u,
    numbers: `null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
      siebzehn achtzehn neunzehn zwanzig | zwo dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig hundert
      hunderte tausend tausende million millionen milliarde milliarden billion billionen dutzend dutzende halb halbe
      halben hälfte drittel viertel doppelt zweimal dreimal erste ersten erster erstes zweite zweiten zweiter zweites
      dritte dritten dritter vierte vierten fünfte fünften sechste siebte achte neunte zehnte zehnten`,
    numberForms:
      /^(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)(?:und(?:zwan|drei|vier|fünf|sech|sieb|acht|neun)(?:zig|ßig)|hundert|tausend)$/u,
    modals: `kann kannst können könnt konnte konnten könnte könnten darf darfst dürfen durfte durften dürfte dürften muss
      musst müssen musste mussten müsste müssten soll sollst sollen sollte sollten will willst wollen wollte wollten mag
      mögen möchte möchten`,
    opposites: /^(\p{L}{4,}) un\1$/u,
  },
  {
    name: "French",
    frequent:
      "le la les des et est un une du dans que qui pour pas sur au aux avec il elle ce cette sont par plus nous vous l' d'",
    negations: "ne n' pas jamais rien aucun aucune nul nulle ni sans non guère nullement",
    numbers: `zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize | vingt trente
      quarante cinquante soixante cent cents mille million millions milliard milliards douzaine dizaine centaine centaines
      millier milliers moitié demi demie tiers quart double premier première deuxième second seconde troisième quatrième
      cinquième dixième`,
    modals: `peut peux peuvent pouvait pouvaient pourra pourront pourrait pourraient doit dois doivent devait devaient
      devra devront devrait devraient veut veulent voulait voudrait faut fallait faudra faudrait`,
  },
  {
    name: "Spanish",
    frequent: "el la los las de y que en es un una por con para del se su como más pero fue ha está este esta al lo",
    negations: "no nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas ni sin tampoco",
    numbers: `cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
      diecisiete dieciocho diecinueve veinte | treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento
      cientos mil miles millón millones medio media mitad tercio cuarto doble docena primero primera primer segundo
      segunda tercero tercera tercer cuarta quinto quinta décimo`,
    modals: `puede pueden podía podían podrá podrán podría podrían debe deben debía debían deberá deberán debería
      deberían quiere quieren quería querría`,
  },
  {
    name: "Italian",
    frequent: "il lo gli di e che è un una per con del della dei nel nella si da sono non anche come più ma alla al ha",
    negations: "non no mai niente nulla nessuno nessuna nessun né senza neanche nemmeno neppure",
    numbers: `zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici
      diciassette diciotto diciannove venti | trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille mila
      milione milioni miliardo miliardi mezzo mezza metà doppio dozzina primo prima secondo seconda terzo terza quarto
      quarta quinto decimo`,
    modals: `può possono poteva potevano potrà potranno potrebbe potrebbero deve devono doveva dovevano dovrà dovranno
      dovrebbe dovrebbero vuole vogliono voleva vorrebbe`,
  },
  {
    name: "Portuguese",
    frequent: "o a os as de e que em é um uma por com para do da dos das no na se não mais como mas foi ao pelo são",
    negations: "não nunca jamais nada ninguém nenhum nenhuma nem sem",
    numbers: `zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete
      dezoito dezenove vinte | duas trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento mil milhão
      milhões bilhão bilhões meio meia metade terço dobro dúzia primeiro primeira segundo segunda terceiro terceira`,
    modals:
      "pode podem podia podiam poderá poderão poderia poderiam deve devem devia deviam deverá deverão deveria deveriam",
  },
  {
    name: "Dutch",
    frequent: "de het een en van is dat op te in zijn niet met voor aan er door maar ook als werd naar bij om ze",
    negations: "niet niets nooit niemand nergens geen zonder noch nee",
    numbers: `nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
      achttien negentien twintig | dertig veertig vijftig zestig zeventig tachtig negentig honderd honderden duizend
      duizenden miljoen miljoenen miljard half helft dubbel dozijn eerste tweede derde vierde vijfde tiende`,
    modals: `kan kunt kunnen kon konden zou zouden mag mogen mocht mochten moet moeten moest moesten zal zult zullen wil
      willen wilde wilden`,
  },
  {
    name: "Russian",
    frequent: "и в на что он она они с по как это к из у за от но для его был была были же так",
    negations:
      "не ни нет никогда никто никого никому ничто ничего ничему нигде никуда никак никакой никакая никаких без нельзя",
    numbers: `ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать
      четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать | одна одно две двух трёх трех
      четырёх пяти шести семи восьми девяти десяти тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто
      сто двести триста тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиардов половина половину треть
      четверть дюжина первый первая первое первого второй вторая второе второго третий третья третьего`,
    modals: `может могут мог могла могло могли сможет смогут должен должна должно должны следует нужно надо можно
      хочет хотят хотел`,
  },
  {
    name: "Greek",
    frequent: "και το η ο την του της να με για που από στο στη είναι ότι τα οι των σε",
    negations: "δεν δε μη μην όχι ποτέ κανείς κανένας καμία κανένα κανέναν τίποτα τίποτε χωρίς δίχως ούτε μήτε",
    numbers: `μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα δεκατρία | δυο τρεις τέσσερις εφτά
      οχτώ εννιά είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα εκατό χίλια χίλιοι χίλιες χιλιάδες
      εκατομμύριο εκατομμύρια δισεκατομμύρια μισό μισή πρώτος πρώτη πρώτο δεύτερος δεύτερη δεύτερο τρίτος τρίτη τρίτο`,
    modals: "πρέπει έπρεπε μπορεί μπορούν μπορούσε μπορούσαν θα ίσως οφείλει οφείλουν",
  },
  {
    name: "Arabic",
    frequent: "في من على أن إلى عن مع هذا هذه التي الذي كان كانت قال ما كل",
    negations: "لا لم لن ليس ليست ليسوا لست بدون دون غير ولا ولم ولن وليس أبدا أبداً كلا",
    numbers: `صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة | واحدة اثنين اثنتان ثلاث أربع خمس ست سبع ثماني
      ثمان تسع عشر عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين
      مئة مائة مئات مئتان مئتين ألف ألفان ألفين آلاف مليون ملايين مليار نصف ثلث ربع ضعف الأول الأولى الثاني الثانية
      الثالث الثالثة`,
    modals: "يجب يمكن يستطيع تستطيع يستطيعون ينبغي قد سوف ربما",
  },
  {
    name: "Hindi",
    frequent: "है के की में से को का और पर यह कि हैं ने था थी थे एक भी लिए",
    negations: "नहीं न ना मत बिना बगैर कदापि",
    numbers: `शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस | पांच छः
      तीस चालीस पचास साठ सत्तर अस्सी नब्बे सौ हज़ार हजार लाख करोड़ आधा आधी आधे डेढ़ ढाई दोगुना पहला पहली पहले दूसरा
      दूसरी दूसरे तीसरा तीसरी तीसरे`,
    modals: "सकता सकती सकते सका सकी सके चाहिए पड़ेगा पड़ेगी होगा होगी होंगे",
  },
  {
    name: "Chinese",
    frequent: "的 是 了 在 我 他 们 這 这 有 个 和 说",
    negations: "不 没 沒 无 無 未 非 别 勿 莫 否",
    numbers: "零 一 二 三 四 五 六 七 八 九 十 | 两 兩 百 千 万 萬 亿 億 半 倍 〇",
    modals: "能 会 會 可 应 應 须 須 必 该 該 要",
  },
  {
    name: "Japanese",
    frequent: "の は を が に た で し て い す",
    negations: "不 無 未 非 ぬ ず",
    negationForms: /な[いかくけ]|ませ?ん/u,
    numbers: "零 一 二 三 四 五 六 七 八 九 十 | 百 千 万 億 兆 半 倍 〇",
    modals: "",
  },
];
