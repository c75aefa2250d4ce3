/** A place with its position. Names are compared without accents and capitals. */
export interface NamedPlace {
  names: readonly string[];
  country: string;
  lat: number;
  lon: number;
}

const rows = `
AT Vienna/Wien 48.2082 16.3738
BE Brussels/Bruxelles/Brussel 50.8503 4.3517
BG Sofia 42.6977 23.3219
CY Nicosia/Lefkosia 35.1856 33.3823
CZ Prague/Praha 50.0755 14.4378
DE Berlin 52.52 13.405
DK Copenhagen/Kobenhavn 55.6761 12.5683
EE Tallinn 59.437 24.7536
ES Madrid 40.4168 -3.7038
FI Helsinki 60.1699 24.9384
FR Paris 48.8566 2.3522
GR Athens/Athina 37.9838 23.7275
HR Zagreb 45.815 15.9819
HU Budapest 47.4979 19.0402
IE Dublin 53.3498 -6.2603
IT Rome/Roma 41.9028 12.4964
LT Vilnius 54.6872 25.2797
LU Luxembourg 49.6116 6.1319
LV Riga 56.9496 24.1052
MT Valletta 35.8989 14.5146
NL Amsterdam 52.3676 4.9041
PL Warsaw/Warszawa 52.2297 21.0122
PT Lisbon/Lisboa 38.7223 -9.1393
RO Bucharest/Bucuresti 44.4268 26.1025
SE Stockholm 59.3293 18.0686
SI Ljubljana 46.0569 14.5058
SK Bratislava 48.1486 17.1077
IS Reykjavik 64.1466 -21.9426
LI Vaduz 47.141 9.5209
MK Skopje 41.9981 21.4254
NO Oslo 59.9139 10.7522
RS Belgrade/Beograd 44.7866 20.4489
TR Ankara 39.9334 32.8597
GB London 51.5074 -0.1278
CH Bern/Berne 46.948 7.4474
AL Tirana 41.3275 19.8187
BA Sarajevo 43.8563 18.4131
ME Podgorica 42.4304 19.2594
XK Pristina/Prishtina 42.6629 21.1655
AM Yerevan 40.1792 44.4991
AZ Baku 40.4093 49.8671
GE Tbilisi 41.7151 44.8271
MD Chisinau 47.0105 28.8638
UA Kyiv/Kiev 50.4501 30.5234
MA Rabat 34.0209 -6.8416
TN Tunis 36.8065 10.1815
EG Cairo 30.0444 31.2357
IL Jerusalem 31.7683 35.2137
JO Amman 31.9454 35.9284
`;

/** The capitals of the countries most partners come from. */
export const capitals: readonly NamedPlace[] = rows
  .trim()
  .split("\n")
  .map((row) => {
    const [country = "", names = "", lat = "", lon = ""] = row.split(" ");
    return { country, names: names.split("/"), lat: Number(lat), lon: Number(lon) };
  });
