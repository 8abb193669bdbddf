/** A language without a table, known by frequent words and letters, so that it is not taken for one that has a table. */
export interface Foil {
  readonly name: string;
  readonly frequent: string;
  /** Letters that tell it from the languages with tables in its script. */
  readonly letters?: RegExp;
}

export const foils: readonly Foil[] = [
  {
    name: "Swedish",
    frequent: "och att det som en på är av för med till den inte han jag ett om hade men var från så",
  },
  { name: "Danish", frequent: "og at det som en på er af for med til den ikke han jeg et om havde men var fra så der" },
  {
    name: "Norwegian",
    frequent: "og at det som en på er av for med til den ikke han jeg et om hadde men var fra så der",
  },
  {
    name: "Polish",
    frequent: "i w na z się nie że do jest to jak o po za przez ale był dla od są tym",
    letters: /[ąęłśżź]/u,
  },
  { name: "Czech", frequent: "a v na se že je do to jako s z pro ale byl který by nebo jsou i o", letters: /[ěřůďť]/u },
  {
    name: "Romanian",
    frequent: "și în de la cu a pe că nu este din pentru o un care sau mai fost al",
    letters: /[șțăşţ]/u,
  },
  {
    name: "Catalan",
    frequent: "i el la els les de que en és un una amb per no del als però ha aquest va",
    letters: /l·l/u,
  },
  { name: "Turkish", frequent: "ve bir bu için ile olarak de da çok olan daha gibi ama değil o", letters: /[ışğ]/u },
  { name: "Hungarian", frequent: "a az és hogy nem is egy volt meg de ez csak van mint", letters: /[őű]/u },
  { name: "Finnish", frequent: "ja on ei että se oli hän mutta kun niin myös ovat ole joka" },
  { name: "Croatian", frequent: "i u je na se da su za od nije koji što kao ali bio s o", letters: /[čćđ]/u },
  { name: "Indonesian", frequent: "yang dan di itu dengan untuk tidak ini dari dalam akan pada adalah ke" },
  {
    name: "Vietnamese",
    frequent: "và của là có cho không được một những trong với các đã",
    letters: /[ơưđạảấầẩậắằặẹẻẽếềểệọỏốồổộớờởợụủứừửựỳỵỷỹ]/u,
  },
  { name: "Latin", frequent: "et in est non ad cum sed ut quod qui ex atque esse quae autem sunt enim" },
  { name: "Ukrainian", frequent: "і в на що не з до та як за це його від або був але є у він", letters: /[іїєґ]/u },
  { name: "Belarusian", frequent: "і ў на што не з да як за гэта яго ад або быў але ён", letters: /ў/u },
  { name: "Serbian", frequent: "и у је на да се су за од није који што као али био", letters: /[ђјљњћџ]/u },
  { name: "Macedonian", frequent: "и на да се во од за не со е што го ќе беше", letters: /[ѓќѕј]/u },
  { name: "Bulgarian", frequent: "и на да се от за е не с по като са той към беше ще си при" },
  { name: "Kazakh", frequent: "және мен бұл да де деп үшін болып", letters: /[әғқңөұүһ]/u },
  { name: "Persian", frequent: "و در به از که این را با است آن برای نیست بود شد", letters: /[پچژگکی]/u },
  { name: "Urdu", frequent: "کے کی میں ہے کو کا سے اور پر نے یہ کہ نہیں تھا ہیں", letters: /[ٹڈڑںےہھ]/u },
  { name: "Marathi", frequent: "आहे आणि व या ते हे होते नाही तर केली होता त्या की मध्ये", letters: /ळ/u },
  { name: "Nepali", frequent: "छ र मा को ले हो गरेको पनि छन् यो लाई भने थियो एक" },
  { name: "Korean", frequent: "", letters: /[\uac00-\ud7a3\u1100-\u11ff]/u },
];
