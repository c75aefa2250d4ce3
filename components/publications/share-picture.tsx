export type SharePictureTexts = { title: string; kind: string; authors: string; project: string };

/** What the font of the picture cannot draw: all but Latin, Greek and Cyrillic. It would be looked up on the network. */
const undrawable =
  /[^ -~\u00a0-\u017f\u0218-\u021b\u0384-\u03ce\u0400-\u045f\u0490\u0491\u1e80-\u1e85\u2010\u2011\u2013\u2014\u2018-\u201e\u2026\u20ac]/gu;

/** A letter whose accents cannot be drawn without them, such as "e" for "ễ"; else a space. */
const plainLetter = (letter: string) => letter.normalize("NFD").replace(/\p{M}/gu, "").replace(undrawable, " ");

/** A line of text for the picture, without what cannot be drawn, shortened at a word. */
export function drawableText(text: string, most: number): string {
  const line = text.normalize("NFC").replace(undrawable, plainLetter).replace(/\s+/gu, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1).replace(/\s+\S*$/u, "")}…` : line;
}

const line = { display: "flex", fontSize: 30, color: "#3d4a5c" } as const;

/** The picture that messengers show for a public page, 1200 by 630 pixels, in the colours of the light theme. */
export function SharePicture({ title, kind, authors, project }: SharePictureTexts) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: "64px 72px",
        backgroundColor: "#faf7f0",
        color: "#141c2b",
        borderLeft: "24px solid #0f5f70",
        fontFamily: "Liberation Sans",
      }}
    >
      <div style={line}>{drawableText(kind, 60)}</div>
      <div style={{ display: "flex", fontSize: title.length > 90 ? 52 : 68, fontWeight: 700, lineHeight: 1.15 }}>
        {drawableText(title, 150) || drawableText(project, 60)}
      </div>
      <div style={{ display: "flex", flexDirection: "column", gap: 10 }}>
        <div style={line}>{drawableText(authors, 110)}</div>
        <div style={line}>{`${drawableText(project, 60)} · Erasmus+`}</div>
      </div>
    </div>
  );
}
