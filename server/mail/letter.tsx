import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import { render } from "@react-email/render";

/** Content of every e-mail: a title, paragraphs, at most one button, and the reason why it was sent. */
export type Letter = {
  subject: string;
  title: string;
  paragraphs: string[];
  /** What happened, by subject. */
  sections?: { title: string; url: string; lines: string[] }[];
  /** A paragraph after the sections. */
  after?: string;
  /** Text written by a person, shown as a quotation. */
  quote?: string;
  button?: { label: string; url: string };
  /** Links that do one thing each without a sign-in, and what to know about them. */
  links?: { items: { label: string; url: string }[]; note: string };
  footer: string[];
  stop?: { label: string; url: string };
};

/** Repeats the address of the button, which plain text already shows. */
const addressClass = "address";

const ink = "#1d2733";
const soft = "#566372";
const accent = "#0e5d70";

const linkStyle = {
  display: "inline-block",
  border: `1px solid ${accent}`,
  borderRadius: "6px",
  padding: "9px 18px",
  color: accent,
  fontWeight: 600,
  textDecoration: "none",
};

function LetterMail({ letter, locale }: { letter: Letter; locale: string }) {
  return (
    <Html lang={locale}>
      <Head />
      <Preview>{letter.paragraphs[0] ?? letter.sections?.[0]?.lines[0] ?? letter.title}</Preview>
      <Body
        style={{ backgroundColor: "#faf8f4", margin: 0, fontFamily: "'Source Sans 3', 'Segoe UI', Arial, sans-serif" }}
      >
        <Container style={{ maxWidth: "560px", padding: "32px 24px", color: ink }}>
          <Text style={{ color: accent, fontWeight: 600, fontSize: "15px", margin: 0 }}>Consorta</Text>
          <Heading
            as="h1"
            style={{ fontFamily: "'Source Serif 4', Georgia, serif", fontSize: "26px", lineHeight: "1.25" }}
          >
            {letter.title}
          </Heading>
          {letter.paragraphs.map((paragraph) => (
            <Text key={paragraph} style={{ fontSize: "16px", lineHeight: "1.5" }}>
              {paragraph}
            </Text>
          ))}
          {(letter.sections ?? []).map(({ title, url, lines }) => (
            <Section key={`${title} ${url}`} style={{ paddingBottom: "8px" }}>
              <Text style={{ fontSize: "16px", fontWeight: 600, margin: "8px 0 4px" }}>
                <Link href={url} style={{ color: accent, textDecoration: "underline" }}>
                  {title}
                </Link>
              </Text>
              {lines.map((line, index) => (
                <Text key={index} style={{ fontSize: "16px", lineHeight: "1.5", margin: "2px 0" }}>
                  {line}
                </Text>
              ))}
            </Section>
          ))}
          {letter.after ? <Text style={{ fontSize: "16px", lineHeight: "1.5" }}>{letter.after}</Text> : null}
          {letter.quote ? (
            <Section style={{ borderLeft: `3px solid ${accent}`, paddingLeft: "16px" }}>
              <Text style={{ fontSize: "16px", lineHeight: "1.5", whiteSpace: "pre-wrap" }}>{letter.quote}</Text>
            </Section>
          ) : null}
          {letter.button ? (
            <Section style={{ padding: "12px 0" }}>
              <Button
                href={letter.button.url}
                style={{
                  backgroundColor: accent,
                  color: "#ffffff",
                  padding: "12px 20px",
                  borderRadius: "6px",
                  fontWeight: 600,
                }}
              >
                {letter.button.label}
              </Button>
              <Text className={addressClass} style={{ fontSize: "13px", color: soft, wordBreak: "break-all" }}>
                {letter.button.url}
              </Text>
            </Section>
          ) : null}
          {letter.links ? (
            <Section>
              {letter.links.items.map(({ label, url }) => (
                <Text key={url} style={{ fontSize: "16px", margin: "8px 0" }}>
                  <Link href={url} style={linkStyle}>
                    {label}
                  </Link>
                </Text>
              ))}
              <Text style={{ fontSize: "13px", color: soft }}>{letter.links.note}</Text>
            </Section>
          ) : null}
          <Hr style={{ borderColor: "#e2dccf" }} />
          {letter.footer.map((line) => (
            <Text key={line} style={{ fontSize: "13px", color: soft, margin: "4px 0" }}>
              {line}
            </Text>
          ))}
          {letter.stop ? (
            <Text style={{ fontSize: "13px", color: soft, margin: "4px 0" }}>
              <Link href={letter.stop.url} style={{ color: soft, textDecoration: "underline" }}>
                {letter.stop.label}
              </Link>
            </Text>
          ) : null}
        </Container>
      </Body>
    </Html>
  );
}

const plainText = {
  plainText: true as const,
  htmlToTextOptions: { selectors: [{ selector: `.${addressClass}`, format: "skip" }] },
};

/** Renders an e-mail as HTML and as plain text. */
export async function renderLetter(letter: Letter, locale: string): Promise<{ html: string; text: string }> {
  const mail = <LetterMail letter={letter} locale={locale} />;
  return { html: await render(mail), text: await render(mail, plainText) };
}
