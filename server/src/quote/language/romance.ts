import type { LanguageTable } from "./language.ts";

/*
 * The tables of the Romance languages. Each covers the negations (elided forms included), cardinals with their compounds
 * (articles count as "one" only against another number), common ordinals, fractions and multiples, and of the verbs for
 * can, must and want the usual third-person and first-person forms. Not covered: French personne, plus and
 * point, which are more often no negations (the ne beside them tells), and denying prefixes but of the commonest words.
 */

export const french: LanguageTable = {
  name: "French",
  frequent: `de la le et les des en un une du dans que qui pour pas sur au aux avec il elle ce cette sont par plus nous vous l' d'
    qu' n' c' s' j' été ont être avait mais ou où leur ses comme fait ne à a est se on y son sa ils elles tout même si`,
  // "personne", "plus" and "point" are more often no negations; the "ne" beside them tells.
  negations:
    "ne n' pas jamais rien aucun aucune aucuns aucunes nul nulle nuls nulles ni sans non guère nullement aucunement",
  notNegations: /(?<= )(?:un|le|les|des|ses|leurs|grands|petits|premiers?|faux|au) pas(?= )/gu,
  numbers: `zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize | vingt=vingts
    trente quarante cinquante soixante septante octante=huitante nonante cent=cents mille million=millions
    milliard=milliards billion=billions douzaine=douzaines dizaine=dizaines vingtaine trentaine quarantaine
    cinquantaine soixantaine centaine=centaines millier=milliers moitié demi=demie tiers quarts premier=première
    premiers premières deuxième seconde troisième quatrième cinquième sixième septième huitième neuvième dixième onzième
    douzième treizième quatorzième quinzième seizième vingtième trentième quarantième cinquantième centième millième
    triple quadruple deuxièmes troisièmes vingtièmes`,
  weakNumbers: "un=1 une=1 neuf=9 second=deuxième quart double doublé triplé",
  modals: `peut peux peuvent pouvons pouvez pouvait pouvaient pourra pourrai pourrons pourront pourrait pourrais pourrions
    pourraient puisse puissent doit dois doivent devons devez devait devaient devra devrai devrons devront devrait devrais
    devrions devraient veut veux veulent voulons voulait voulaient voudra voudrait voudrais voudraient faut fallait faudra
    faudrait pu dû put purent dut durent`,
  opposites:
    /^(possible|possibles|parfait|prévu|prévue|prévisible|patient|probable|prudent|moral|mobile) im\1$|^(capable|certain|certaine|complet|complète|correct|direct|efficace|exact|juste|utile|utiles|visible|acceptable|connu|connue|suffisant|dépendant) in\2$|^(légal|légale|légaux|légitime|logique|limité) il\3$|^(régulier|responsable|réel|réelle) ir\4$/u,
};

export const spanish: LanguageTable = {
  name: "Spanish",
  frequent: `de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin este ya
    entre cuando todo esta ser son dos también fue había era muy hasta desde está donde dijo sobre han`,
  negations: "no nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas ni sin tampoco",
  numbers: `cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
    dieciocho diecinueve veinte | veintiuno=veintiún=veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis
    veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien=ciento cientos
    cientas doscientos=doscientas trescientos=trescientas cuatrocientos=cuatrocientas quinientos=quinientas
    seiscientos=seiscientas setecientos=setecientas ochocientos=ochocientas novecientos=novecientas mil miles
    millón=millones billón=billones millar=millares mitad tercio=tercios cuartos doble triple cuádruple docena=docenas
    decena=decenas centenar=centenares primero=primer=primera primeros primeras segundos tercero=tercer=tercera quinto=quinta
    sexto=sexta séptimo=séptima octavo=octava noveno=novena décimo=décima cuarta`,
  weakNumbers: "un=1 una=1 uno=1 segundo segunda cuarto media medio doble ambos ambas",
  modals: `puede puedo pueden podemos podía podían pudo pudieron podrá podrán podría podrían pueda puedan pudiera debe debo
    deben debemos debía debían debió deberá deberán debería deberían deba deban quiere quiero quieren quería querían querría
    quisiera`,
  opposites:
    /^(posible|posibles|perfecto|probable|previsto|prevista|paciente|parcial) im\1$|^(capaz|capaces|cierto|cierta|completo|completa|correcto|correcta|directo|directa|eficaz|exacto|exacta|justo|justa|útil|útiles|visible|aceptable|suficiente|necesario|necesaria|dependiente) in\2$|^(necesario|necesaria) in\3$|^(legal|legales|legítimo|lógico) i\4$|^(regular|regulares|responsable|real) ir\5$/u,
};

export const italian: LanguageTable = {
  name: "Italian",
  frequent: `di e il la che è un a per in una del non sono le si della con i da lo gli dei delle al alla nel nella dal dalla sul
    sulla ha hanno era come più ma anche se o ed questo questa suo sua l' dell' nell' all' un' c' dopo stato ci su`,
  negations: `non no mai niente nulla nessuno nessuna nessun nessun' né senza neanche nemmeno neppure mica`,
  numbers: `zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici
    diciassette diciotto diciannove venti | trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille=mila
    milione=milioni miliardo=miliardi bilione metà doppio=doppia triplo=tripla dozzina=dozzine decina=decine
    centinaio=centinaia migliaio=migliaia primo=prima=primi=prime terzo=terza=terzi quarto=quarta=quarti quinto=quinta
    sesto=sesta settimo=settima ottavo=ottava nono=nona decimo=decima ventesimo ventesima centesimo`,
  numberForms:
    /^(?:(?:due|tre|quattro|cinque|sei|sette|otto|nove)?cento)?(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)(?:[ia]?(?:uno|un|due|tre|tré|quattro|cinque|sei|sette|otto|nove))$|^(?:due|tre|quattro|cinque|sei|sette|otto|nove|dieci|venti|trenta|cento)(?:cento|mila)$/u,
  weakNumbers: "un=1 un'=1 una=1 uno=1 sei=6 secondo seconda secondi mezzo mezza ambedue entrambi prima",
  modals: `può posso possono possiamo poteva potevano poté potrà potranno potrebbe potrebbero possa possano deve devo devono
    dobbiamo doveva dovevano dovette dovrà dovranno dovrebbe dovrebbero debba debbano vuole voglio vogliono vogliamo voleva
    volevano vorrà vorrebbe vorrebbero`,
  opposites:
    /^(possibile|possibili|perfetto|probabile|prevista|previsto|paziente|parziale|morale) im\1$|^(capace|capaci|certo|certa|completo|completa|corretto|corretta|diretto|diretta|efficace|esatto|esatta|giusto|giusta|utile|utili|visibile|accettabile|sufficiente|dipendente|stabile) in\2$|^(giusto|giusta|giustizia) in\3$|^(legale|legali|legittimo|logico) il\4$|^(regolare|regolari|responsabile|reale) ir\5$/u,
};

export const portuguese: LanguageTable = {
  name: "Portuguese",
  frequent: `de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das à seu sua ou ser
    quando muito nos já está também só pelo pela até isso ela era sem nas são eles disse aos`,
  negations: "não nunca jamais nada ninguém nenhum nenhuma nenhuns nenhumas nem sem tampouco",
  numbers: `zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete
    dezoito dezenove vinte | quatorze=catorze duas=dois dezasseis=dezesseis dezassete=dezessete dezanove=dezenove trinta
    quarenta cinquenta sessenta setenta oitenta noventa cem=cento centos duzentos=duzentas trezentos=trezentas
    quatrocentos=quatrocentas quinhentos=quinhentas seiscentos=seiscentas setecentos=setecentas oitocentos=oitocentas
    novecentos=novecentas mil milhão=milhões bilhão=bilhões=bilião=biliões trilhão=trilhões milhar=milhares metade terço
    terços dobro triplo dúzia=dúzias dezena=dezenas centena=centenas primeiro=primeira primeiros terceiro=terceira
    quarto=quarta quinto=quinta sexto=sexta sétimo=sétima oitavo=oitava nono=nona décimo=décima`,
  weakNumbers: "um=1 uma=1 segundo segunda quarto meio meia ambos ambas",
  modals: `pode posso podem podemos podia podiam pôde puderam poderá poderão poderia poderiam possa possam deve devo devem
    devemos devia deviam deveu deverá deverão deveria deveriam deva devam quer quero querem queria queriam`,
  opposites:
    /^(possível|possíveis|perfeito|provável|previsto|prevista|paciente|parcial) im\1$|^(capaz|capazes|certo|certa|completo|completa|correto|correta|direto|direta|eficaz|exato|exata|justo|justa|útil|úteis|visível|aceitável|suficiente|dependente) in\2$|^(legal|legais|legítimo|lógico) i\3$|^(regular|regulares|responsável|real) ir\4$/u,
};
