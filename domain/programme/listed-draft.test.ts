import { describe, expect, it } from "vitest";
import { acronymOf, draftFromList, listedDay, townOf } from "./listed-draft";
import { listedType } from "./listed-types";
import type { ListedProject } from "./official-list";

const uncoded = { oid: "", pic: "" };
const listed: ListedProject = {
  reference: "2019-1-ES01-KA201-065417",
  title: "Wheels and wings in rural schools",
  summary: "A summary.",
  callYear: "2019",
  actionType: "Strategic Partnerships for school education",
  startsOn: "",
  endsOn: "",
  organisations: [
    {
      name: "Escuela del Río",
      type: "School/Institute/Educational centre – General education (primary level)",
      address: "Calle 1, 28001, MADRID",
      country: "ES",
      oid: "E10012345",
      pic: "999 888 777",
    },
    { name: "Workshop Ltd", type: "Small and medium sized enterprise", address: "", country: "UK", ...uncoded },
    { name: "Universität am See", type: "", address: "Seeweg 2, 78462, Konstanz", country: "DE", ...uncoded },
    { name: "Somebody", type: "", address: "", country: "?", ...uncoded },
  ],
};

function fill(more: Partial<ListedProject> = {}, own: Parameters<typeof draftFromList>[1] = null, most = 60) {
  let key = 0;
  return draftFromList({ ...listed, ...more }, own, most, () => `k${String((key += 1))}`);
}

describe("a draft from the official list", () => {
  it("has the data of the list, coordinator first, and marks guessed fields", () => {
    const { data, coordinator, leftOut } = fill();
    expect(data).toMatchObject({
      callYear: 2019,
      actionCode: "KA201",
      field: "school",
      title: "Wheels and wings in rural schools",
      summary: "A summary.",
      grantReference: "2019-1-ES01-KA201-065417",
    });
    expect(data.partners?.map(({ legalName, country, city, type }) => [legalName, country, city, type])).toEqual([
      ["Escuela del Río", "ES", "Madrid", "school"],
      ["Workshop Ltd", "GB", "", "enterprise"],
      ["Universität am See", "DE", "Konstanz", "higher_education_institution"],
      ["Somebody", "", "", undefined],
    ]);
    expect(data.guessed).toEqual(["partners.k1.city", "partners.k3.city", "partners.k3.type", "acronym"]);
    expect([coordinator, leftOut]).toEqual(["Escuela del Río", 0]);
    expect(data.partners?.map(({ oid, pic }) => [oid, pic]).slice(0, 2)).toEqual([
      ["E10012345", "999888777"],
      [undefined, undefined],
    ]);
  });

  it("invites each organisation in the language of its country", () => {
    expect(fill().data.partners?.map(({ locale }) => locale)).toEqual(["es", "en", "de", "en"]);
  });

  it("writes towns in capitals by the rules of their country", () => {
    const organisation = { name: "Okul", type: "", address: "Cadde 1, DİYARBAKIR", country: "TR", ...uncoded };
    const { data } = fill({ organisations: [organisation] });
    expect(data.partners?.map(({ city, country }) => [city, country])).toEqual([["Diyarbakır", "TR"]]);
  });

  it("leaves out the person's own organisation, and organisations above the limit", () => {
    const own = { id: "1", legalName: "ESCUELA DEL RIO", country: "ES" };
    const mine = fill({}, own);
    expect(mine.coordinator).toBeNull();
    expect(mine.data.partners).toHaveLength(3);
    expect(fill({}, { ...own, country: "MX" }).data.partners).toHaveLength(4);
    expect(fill({}, null, 3)).toMatchObject({ leftOut: 2, data: { partners: { length: 2 } } });
  });

  it("guesses the action by its name when the number does not contain it", () => {
    const guess = (actionType: string, callYear: string) => {
      const { data } = fill({ reference: "unknown", actionType, callYear });
      return [data.actionCode, data.guessed?.includes("actionCode")];
    };
    expect(guess("Strategic Partnerships for adult education", "2016")).toEqual(["KA204", true]);
    expect(guess("Strategic Partnerships for Schools Only", "2015")).toEqual(["KA219", true]);
    expect(guess("School Exchange Partnerships", "2018")).toEqual(["KA229", true]);
    expect(guess("Cooperation partnerships in vocational education and training", "2023")).toEqual(["KA220-VET", true]);
    expect(guess("Capacity Building in higher education", "2018")).toEqual(["CBHE", true]);
    expect(guess("Strategic Partnerships for adult education", "2023")).toEqual([undefined, false]);
    expect(guess("Jean Monnet Chairs", "2016")).toEqual([undefined, false]);
  });

  it("detects the strand of capacity building by the number and the countries", () => {
    const reference = "598750-EPP-1-2018-1-DE-EPPKA2-CBHE-JP";
    const in_ = (...countries: string[]) =>
      fill({
        reference,
        callYear: "2018",
        organisations: countries.map((country) => ({ name: country, type: "", address: "", country, ...uncoded })),
      }).data;
    expect(in_("DE", "AT", "UA")).toMatchObject({ actionCode: "CBHE", strand: "joint_national" });
    expect(in_("DE", "UA", "GE").strand).toBe("joint_multi_country");
    expect(in_("DE", "UA", "GE").guessed).toContain("strand");
  });

  it("parses the list's date formats, and computes the duration", () => {
    expect(["2019-09-01", "01/09/2019", "1.9.2019", "43709", "soon", "99/99/2019"].map(listedDay)).toEqual([
      "2019-09-01",
      "2019-09-01",
      "2019-09-01",
      "2019-09-01",
      undefined,
      undefined,
    ]);
    expect(fill({ startsOn: "2019-09-01", endsOn: "2021-08-31" }).data).toMatchObject({
      startsOn: "2019-09-01",
      durationMonths: 24,
    });
    expect(fill({ startsOn: "2021-09-01", endsOn: "2019-08-31" }).data.durationMonths).toBeUndefined();
  });

  it.each([
    ["Schools for Future Youth (SFYOUTH)", "SFYOUTH"],
    ["CAREER PATHS: finding work", "CAREER PATHS"],
    ["PROmoting Management and Entrepreneurial THinking", "PROMETH"],
    ["Career Tree", "Career Tree"],
    ["Learning with ROBOTS at school", "ROBOTS"],
    ["", ""],
  ])("shortens “%s” to “%s”", (title, acronym) => {
    expect(acronymOf(title)).toBe(acronym);
  });

  it.each([
    ["Austrasse 15, 9495, Triesen", "LI", "Triesen"],
    ["WOERTHSTRASSE 10, 50668, KOELN", "DE", "Koeln"],
    ["Rue 1, 76000, SAINT-ÉTIENNE", "FR", "Saint-Étienne"],
    ["Elazığ Caddesi 1, 21100, DİYARBAKIR", "TR", "Diyarbakır"],
    ["Cadde 2, I\u0307ZMI\u0307R", "TR", "İzmir"],
    ["Cadde 3, ISPARTA", "TR", "Isparta"],
    ["Sokak 4, DİKMEN", "CY", "Dikmen"],
    ["Sokak 5, BEŞİKTAŞ", "", "Beşiktaş"],
    ["Οδός 6, ΆΡΤΑΣ", "GR", "Άρτας"],
    ["Calle 7, BILBAO", "ES", "Bilbao"],
    ["Main Street 5", "IE", ""],
    ["Main Street, 12345", "IE", ""],
    ["", "IE", ""],
  ])("finds the town of “%s” in “%s”", (address, country, town) => {
    expect(townOf(address, country)).toBe(town);
  });

  it.each([
    ["Higher education institution (tertiary level)", "x", "higher_education_institution", false],
    ["School/Institute/Educational centre – Vocational Training (secondary level)", "x", "vet_provider", false],
    ["School/Institute/Educational centre – Adult education", "x", "adult_education", false],
    ["Local Public body", "x", "public_authority", false],
    ["Foundation", "x", "ngo", true],
    ["Other", "Consulting", "other", true],
    ["Other", "University of Nowhere", "higher_education_institution", true],
    ["", "x", undefined, false],
  ])("detects the type “%s” of %s", (type, name, value, guessed) => {
    expect(listedType(type, name)).toEqual({ value, guessed });
  });
});
