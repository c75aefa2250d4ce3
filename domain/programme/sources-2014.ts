import type { SourceRow } from "./source-row";

const EC = "https://ec.europa.eu/programmes/erasmus-plus/programme-guide";
const ECN = "https://erasmus-plus.ec.europa.eu";
const IT = "https://2014-2020.erasmusplus.it";
const SK = "https://www.archiv.erasmusplus.sk/index.php";
const ENI = "http://europeannetforinclusion.org/opportunity";

export const sources2014 = {
  GUIDE20: ["Erasmus+ Programme Guide", 2020, `${EC}/introduction_en`],
  "SRC-NA": ["National Agency guidance", 2020],
  "EC-SP": [
    "European Commission, Programme Guide: Strategic Partnerships",
    2020,
    `${EC}/part-b/three-key-actions/key-action-2/strategic-partnerships-field-education-training-youth_en`,
  ],
  "EC-KA-p111": [
    "Erasmus+ Programme Guide, p. 111: Knowledge Alliances",
    2014,
    "https://issuu.com/afpeja/docs/erasmus-plus-programme-guide_en_5_/111",
  ],
  "EC-KA": ["European Commission: Knowledge Alliances", 2020, `${ECN}/knowledge-alliances`],
  "EC-SSA": [
    "European Commission, Programme Guide: Sector Skills Alliances",
    2019,
    `${EC}/part-b/three-key-actions/key-action-2/sector-skills-alliances_en`,
  ],
  "EC-CTRY20": [
    "European Commission, Programme Guide: Eligible countries",
    2020,
    "https://ec.europa.eu/programmes/erasmus-plus/book/export/html/312_en",
  ],
  "EC-CTRY20b": [
    "Programme Guide: Eligible countries",
    2020,
    "https://www.scribd.com/document/615915237/24-Erasmus-Programme-Guide-2020",
  ],
  "UK-CTRY": [
    "UK National Agency: Participating countries",
    2020,
    "https://erasmusplus.org.uk/participating-countries3cea.html",
  ],
  "IT-CTRY": ["Italian National Agency: Participating countries", 2020, `${IT}/erasmusplus/paesi-partecipanti/`],
  "SALTO-GEO": [
    "SALTO-Youth: Geographical scope",
    2018,
    "https://www.salto-youth.net/about/regionalcooperation/geography/",
  ],
  "UK-SCH": [
    "UK National Agency: Apply for school partnership funding",
    2016,
    "https://www.erasmusplus.org.uk/apply-for-school-partnership-funding",
  ],
  UARCTIC: [
    "UArctic: Strategic Partnerships, call summary",
    2015,
    "https://www.uarctic.org/news/2015/10/strategic-partnerships-in-the-field-of-education-and-training/",
  ],
  HIBE: [
    "ab-hibe: Strategic Partnerships for schools",
    2015,
    "https://www.ab-hibe.com/index.php/en/services/key-action-2/strategic-partnerships-for-schools",
  ],
  CUNI: ["Charles University: Strategic Partnerships summary", 2015, "https://ec.cuni.cz/ECEN-71-version1.txt"],
  "RS-SEP": [
    "Serbian National Agency: School Exchange Partnerships",
    2019,
    "https://erasmusplus.rs/erasmusplus/parts-of-the-erasmus-programme/ka2-school-exchange-partnerships/",
  ],
  "PL-LTT": [
    "Polish National Agency: Learning activities of teachers",
    2019,
    "http://erasmusplus.org.pl/wspolpraca-szkol/dzialania-wyjazdy-sluzace-uczeniu-sie/dla-nauczycieli/",
  ],
  "AT-SP": [
    "Austrian National Agency: Funded costs of Strategic Partnerships",
    2019,
    "https://bildung.erasmusplus.at/de/erwachsenenbildung/strategische-partnerschaften/gefoerdete-kosten/",
  ],
  "AT-229": [
    "Austrian National Agency: School Exchange Partnerships, funded costs",
    2019,
    "https://bildung.erasmusplus.at/de/schulbildung/school-exchange-partnerschaften/gefoerderte-kosten/",
  ],
  "SK-226": [
    "Slovak National Agency: maximum grants",
    2018,
    "https://www.erasmusplus.sk/index.php?sw=241&faq=226&shw=1",
  ],
  "SK-347": ["Slovak National Agency: School Exchange Partnerships", 2018, `${SK}?sw=241&faq=347&shw=1`],
  "SK-186": ["Slovak National Agency: final report score", 2018, `${SK}?sw=242&faq=186&shw=1`],
  "SK-165": ["Slovak National Agency: budget transfers", 2018, `${SK}?sw=24&faq=165&shw=1`],
  "PL-SEP": [
    "Polish National Agency: School cooperation, formal rules",
    2017,
    "http://erasmusplus.org.pl/wspolpraca-szkol/kwestie-formalne/",
  ],
  "SK-351": [
    "Slovak National Agency: expensive travel",
    2019,
    "https://www.erasmusplus.sk/index.php?sw=241&faq=351&shw=1",
  ],
  "LAW-BT": [
    "Grant agreement clause: budget transfers without amendment",
    2018,
    "https://www.markettransfer.info/clause/budget-transfers-without-amendment/_7",
  ],
  "LAW-ME": [
    "Grant agreement Annex III: multiplier events",
    2018,
    "https://lawinsider.com/clause/multiplier-events/_1",
  ],
  "LAW-ME2": [
    "Grant agreement Annex III: virtual multiplier events",
    2020,
    "https://www.markettransfer.info/clause/multiplier-events/_2",
  ],
  "LAW-SN": [
    "Grant agreement Annex III: special needs support",
    2018,
    "https://lawinsider.com/cs/clause/special-needs-support/_1",
  ],
  "IT-VETBUD": [
    "Italian National Agency: Budget of Strategic Partnerships",
    2019,
    `${IT}/formazione/costruire-il-budget-dei-partenariati-strategici/`,
  ],
  "IT-AIUTO": [
    "aiuto.net: Erasmus+ figures of 2014",
    2014,
    "http://www.aiuto.net/le-principali-differenze-fra-erasmus-plus-e-il-precedente-llp/",
  ],
  "IT-AIUTO2": [
    "aiuto.net: budgets of Knowledge and Sector Skills Alliances",
    2014,
    "http://www.aiuto.net/come-compilare-il-budget-dei-progetti-di-alleanza-per-la-conoscenza-e-alleanza-di-settore/",
  ],
  "IT-229": ["Italian National Agency: Budget of KA229", 2020, `${IT}/scuola/come-costruire-il-budget-ka229/`],
  "IT-205": [
    "Italian National Agency: Strategic Partnerships in youth",
    2020,
    `${IT}/giovani/partenariati-strategici-ka2-2/`,
  ],
  "IT-EVAL-S": ["Italian National Agency: Evaluation of applications", 2020, `${IT}/scuola/valutazioni-e-esiti/`],
  "FI-CIMO": [
    "Finnish National Agency: How grants of partnerships are set",
    2015,
    "http://www.cimo.fi/ohjelmat/erasmusplus/ammatilliselle_koulutukselle/avaintoimi_2_kumppanuushankkeet/hakijalle/kumppanuushankkeiden_tuen_maaraytyminen",
  ],
  "TR-AE14": [
    "Turkish National Agency: Start-up meeting of Strategic Partnerships",
    2014,
    "http://docplayer.biz.tr/2098204-Erasmus-yetiskin-egitimi-stratejik-ortakliklar-baslangic-toplantisi-ankara-2014.html",
  ],
  SIGN: [
    "SignTeach: funding summary",
    2015,
    "https://www.signteach.eu/index.php/resources-menu/resources2/item/workshops-seminars-summercourses",
  ],
  PRAGMA: [
    "Deaf Enterprise project: budget note",
    2015,
    "https://www.pragmaprojects.eu/deafenterprise.eu/index.php/management-info/item/budget-int-workshop",
  ],
  ELENA18: [
    "Strategic Partnerships summary",
    2018,
    "http://elenagentile.net/2018/02/12/erasmusazione-chiave-2-partenariati-strategici-nel-settore-dellistruzione-la-formazione-e-la-gioventu",
  ],
  ORMA20: ["Strategic Partnerships in youth, call 2020", 2020, "https://ormainternational.eu/?p=14313"],
  TS18: [
    "tecnicadellascuola: Strategic Partnerships, school call 2018",
    2018,
    "https://tecnicadellascuola.it/erasmus-scadenza-21-marzo-per-i-partenariati-strategici",
  ],
  "HR-VET": [
    "Guide for Strategic Partnerships in VET",
    2017,
    "http://careersdocbox.com/Financial_Aid/94634145-Erasmus-ka2-strategic-partnerships-in-vet-call-guide-for-applicants-this-guide-was-developed-and-provided-by-the-courtesy-of.html",
  ],
  EPOS20: [
    "Flemish National Agency: Extra calls 2020 (KA226, KA227)",
    2020,
    "https://www.epos-vlaanderen.be/nl/ka2-strategische-partnerschappen-extra-oproepen-2020",
  ],
  "ENI-COVID": [
    "Coronavirus response: extraordinary Erasmus+ calls",
    2020,
    `${ENI}/coronavirus-response-extraordinary-erasmus-calls-support-digital-education-readiness-and`,
  ],
  "DAAD-KA": [
    "German National Agency DAAD: Knowledge Alliances",
    2019,
    "https://eu.daad.de/infos-fuer-hochschulen/programmlinien/foerderung-von-hochschulkooperationen/wissensallianzen/de/47533-wissensallianzen/",
  ],
  STAFFS: [
    "Staffordshire University: Info Day on Knowledge and Sector Skills Alliances",
    2014,
    "https://blogs.staffs.ac.uk/research/2014/11/18/presentations-from-info-day-on-knowledge-alliances-and-sector-skills-alliances-now-available/",
  ],
  DEVON19: [
    "Devon County Council: Erasmus+ call summary",
    2019,
    "https://new.devon.gov.uk/fundingnews/fund/erasmus-2019-innovation-and-exchange-of-good-practice/",
  ],
  "ENI-SSA18": ["Sector Skills Alliances, call sheet 2018", 2018, `${ENI}/sector-skills-alliances`],
  "ENI-SSA19": ["Sector Skills Alliances, call sheet 2019", 2019, `${ENI}/sector-skills-alliances-0`],
  "ENI-CBHE": [
    "Capacity building in higher education, call sheet",
    2018,
    `${ENI}/capacity-building-field-higher-education`,
  ],
  "ENI-CBY": ["Capacity building in youth, call sheet 2018", 2018, `${ENI}/capacity-building-field-youth-2018`],
  "RS-CBHE": [
    "Serbian National Agency: Capacity building in higher education",
    2019,
    "https://erasmusplus.rs/erasmusplus/parts-of-the-erasmus-programme/%D0%BA%D0%B02-capacity-building-for-higher-education/",
  ],
  ATILIM: [
    "Atilim University: Capacity building in higher education",
    2018,
    "https://ic.atilim.edu.tr/page/75/knowledge-alliances",
  ],
  "CBHE-SL": [
    "Capacity building in higher education, information slides",
    2015,
    "https://slideplayer.com./amp/7592736",
  ],
  "AT-CBHE": [
    "Austrian National Agency: Capacity building in higher education, funded costs",
    2019,
    "https://erasmusplus.at/de/hochschulbildung/capacity-building/gefoerderte-kosten/",
  ],
  "GR-CBY": [
    "Greek National Agency: Capacity building in youth",
    2018,
    "http://erasmusplusyouth.gr/cooperation-for-innovation-and-the-exchange-of-good-practises/capacity-building-in-the-field-of-youth/",
  ],
  PUT: [
    "Poznan University of Technology: staff mobility rates 2020",
    2020,
    "https://www.put.poznan.pl/KA%20107%202020_STA_informacje",
  ],
  ZGORA: ["University of Zielona Gora: travel rates", 2019, "https://www.erasmus.uz.zgora.pl/nauczyciele-akademiccy/"],
  "RS-OID": ["Serbian National Agency: OID and PIC", 2020, "https://erasmusplus.rs/applications/oid-pic/"],
} as const satisfies Record<string, SourceRow>;
