import type { OrganisationFields } from "@/domain/schemas/organisations";

export const demoPassword = "workshop on wheels";

type Person = {
  key: string;
  name: string;
  address: string;
  locale: string;
  role: "manager" | "contributor" | "viewer";
  demoRole?: string;
  /** Days before today since which e-mails to the address come back. */
  refused?: number;
};

type Member = {
  key: string;
  kind: "coordinator" | "partner" | "associated" | "evaluator";
  organisation: OrganisationFields;
  people: Person[];
  /** Days before today on which the first of them joined. */
  joined: number;
};

const none = { oid: null, pic: null, website: null };

/** The members of the demo consortium: invented organisations and people, in the scripts they would use. */
export const cast: Member[] = [
  {
    key: "es",
    kind: "coordinator",
    joined: 410,
    organisation: {
      legalName: "Fundación Sol de Levante para la Formación",
      shortName: "Sol de Levante",
      country: "ES",
      city: "Valencia",
      type: "ngo",
      publicBody: false,
      nonProfit: true,
      ...none,
      oid: "E10900001",
    },
    people: [
      {
        key: "ana",
        name: "Ana Ruiz Navarro",
        address: "ana@soldelevante.example",
        locale: "es",
        role: "manager",
        demoRole: "coordinator",
      },
      {
        key: "jorge",
        name: "Jorge Peris Muñoz",
        address: "jorge@soldelevante.example",
        locale: "es",
        role: "contributor",
      },
    ],
  },
  {
    key: "gr",
    kind: "partner",
    joined: 400,
    organisation: {
      legalName: "Ινστιτούτο Επαγγελματικής Κατάρτισης Θερμαϊκού",
      shortName: "ΙΕΚ Θερμαϊκού",
      country: "GR",
      city: "Θεσσαλονίκη",
      type: "vet_provider",
      publicBody: false,
      nonProfit: false,
      ...none,
      oid: "E10900002",
    },
    people: [
      {
        key: "eleni",
        name: "Ελένη Παπαδοπούλου",
        address: "eleni@iek-thermaikou.example",
        locale: "el",
        role: "manager",
        demoRole: "partner",
      },
      {
        key: "nikos",
        name: "Νίκος Αντωνίου",
        address: "nikos@iek-thermaikou.example",
        locale: "el",
        role: "contributor",
        demoRole: "contributor",
      },
    ],
  },
  {
    key: "bg",
    kind: "partner",
    joined: 398,
    organisation: {
      legalName: "Професионална гимназия по механотехника „Родопи“",
      shortName: "ПГМ Родопи",
      country: "BG",
      city: "Пловдив",
      type: "school",
      publicBody: true,
      nonProfit: true,
      ...none,
      oid: "E10900003",
    },
    people: [
      { key: "maria", name: "Мария Георгиева", address: "maria@pgm-rodopi.example", locale: "en", role: "manager" },
    ],
  },
  {
    key: "pl",
    kind: "partner",
    joined: 393,
    organisation: {
      legalName: "Centrum Kształcenia Zawodowego „Źródło” w Łodzi",
      shortName: "CKZ Źródło",
      country: "PL",
      city: "Łódź",
      type: "vet_provider",
      publicBody: true,
      nonProfit: true,
      ...none,
      oid: "E10900004",
    },
    people: [
      { key: "gosia", name: "Małgorzata Wójcik", address: "gosia@ckz-zrodlo.example", locale: "pl", role: "manager" },
      {
        key: "pawel",
        name: "Paweł Zieliński",
        address: "pawel@ckz-zrodlo.example",
        locale: "pl",
        role: "contributor",
        refused: 12,
      },
    ],
  },
  {
    key: "fi",
    kind: "partner",
    joined: 390,
    organisation: {
      legalName: "Pohjanrannan Ammattiopisto Oy",
      shortName: "Pohjanranta",
      country: "FI",
      city: "Oulu",
      type: "vet_provider",
      publicBody: false,
      nonProfit: true,
      ...none,
      oid: "E10900005",
      website: "https://pohjanranta.example",
    },
    people: [{ key: "aino", name: "Aino Mäkelä", address: "aino@pohjanranta.example", locale: "en", role: "manager" }],
  },
  {
    key: "nl",
    kind: "evaluator",
    joined: 120,
    organisation: {
      legalName: "Bureau Maaskant Evaluatie",
      shortName: "Maaskant",
      country: "NL",
      city: "Utrecht",
      type: "enterprise",
      publicBody: false,
      nonProfit: false,
      ...none,
    },
    people: [
      {
        key: "joost",
        name: "Joost van der Meer",
        address: "joost@maaskant.example",
        locale: "en",
        role: "manager",
        demoRole: "evaluator",
      },
    ],
  },
];

export const demoSummary =
  "Rural schools teach welding from books, because a workshop costs more than they have. Five partners put a workshop on a trailer, write the course that goes with it, and train the teachers who stay when it drives on. Pupils leave with a first seam, a page in a skills passport and an idea of what green work in metal means.";

/** One-click sign-ins of the demo, in the order of the home page. */
export const demoEntries = cast
  .flatMap((member) => member.people)
  .filter((person) => person.demoRole !== undefined)
  .map((person) => ({ who: person.demoRole ?? "", name: person.name, address: person.address }));
