import { writeFile } from "node:fs/promises";
import path from "node:path";
import { chromium } from "@playwright/test";
import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import PptxGenJS from "pptxgenjs";
import settings from "../playwright.config";

/** Creates the files of the demo consortium: real PDF, DOCX, PPTX and WebM, small enough to commit. */
const folder = path.resolve("server/demo/files");

const statement =
  "Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or the European Education and Culture Executive Agency (EACEA). Neither the European Union nor EACEA can be held responsible for them.";

type Text = { title: string; lead: string; parts: { heading: string; body: string }[] };

const guideEnglish: Text = {
  title: "Workshop on wheels: a guide for schools",
  lead: "How a welding workshop on a trailer reaches schools that have none of their own.",
  parts: [
    {
      heading: "Before it comes",
      body: "Choose a flat place of 8 by 4 metres, a 32 A socket and two teachers who have taken the safety day. Pupils sign the safety agreement a week before.",
    },
    {
      heading: "A day with it",
      body: "Four groups of five pupils, ninety minutes each: one at the simulator, one at the bench, one with the instructor, one writing down what they see.",
    },
    {
      heading: "Afterwards",
      body: "Each pupil keeps the first seam and a page of the skills passport. The school tells us within a week what it would change.",
    },
  ],
};

const guideGreek: Text = {
  title: "Εργαστήριο σε τροχούς: οδηγός για σχολεία",
  lead: "Πώς ένα εργαστήριο συγκόλλησης σε ρυμουλκούμενο φτάνει σε σχολεία που δεν έχουν δικό τους.",
  parts: [
    {
      heading: "Πριν έρθει",
      body: "Επιλέξτε επίπεδο χώρο 8 επί 4 μέτρα, παροχή 32 A και δύο εκπαιδευτικούς που έχουν κάνει την ημέρα ασφάλειας.",
    },
    {
      heading: "Μια μέρα μαζί του",
      body: "Τέσσερις ομάδες των πέντε μαθητών, από ενενήντα λεπτά: προσομοιωτής, πάγκος, εκπαιδευτής, καταγραφή.",
    },
  ],
};

const forestGreek: Text = {
  title: "Το σχολείο στο δάσος: μια εβδομάδα με ξύλο και μέταλλο",
  lead: "Πώς μια τάξη φτιάχνει τον εξοπλισμό ενός υπαίθριου εργαστηρίου μαζί με το δασαρχείο.",
  parts: [
    {
      heading: "Προετοιμασία",
      body: "Συμφωνήστε με το δασαρχείο τον χώρο και τη διαδρομή. Στο δάσος δεν γίνεται συγκόλληση: οι μαθητές συναρμολογούν ό,τι έφτιαξαν στο σχολείο.",
    },
    {
      heading: "Η εβδομάδα",
      body: "Δύο μέρες στο εργαστήριο, δύο στο δάσος, μία για την παρουσίαση στους γονείς.",
    },
  ],
};

const schoolFrench: Text = {
  title: "L’atelier mobile arrive à l’école",
  lead: "Ce qu’une école doit préparer pour recevoir l’atelier de soudage pendant une semaine.",
  parts: [
    {
      heading: "Avant",
      body: "Prévoyez un sol plat de 8 mètres sur 4, une prise de 32 A et deux enseignants qui ont suivi la journée de sécurité.",
    },
    {
      heading: "Pendant",
      body: "Quatre groupes de cinq élèves, quatre-vingt-dix minutes chacun. Chaque élève garde sa première soudure.",
    },
  ],
};

const reportBulgarian: Text = {
  title: "Доклад: умения за зелени работилници",
  lead: "Какво търсят дванадесет малки предприятия в Пловдив и какво учат учениците днес.",
  parts: [
    { heading: "Метод", body: "Разговори с дванадесет работодатели и анкета сред 148 ученици от три гимназии." },
    {
      heading: "Резултати",
      body: "Най-често липсват четене на чертежи, заваряване на алуминий и пресмятане на енергия.",
    },
  ],
};

/** Second versions: one part more, as a reader of the first asked. */
const guideEnglishAgain: Text = {
  ...guideEnglish,
  parts: [
    ...guideEnglish.parts,
    {
      heading: "Questions for pupils",
      body: "Seven instead of twelve: what I can do alone, what with help, what I want to learn next, and one about safety.",
    },
  ],
};

const guideGreekAgain: Text = {
  ...guideGreek,
  parts: [
    ...guideGreek.parts,
    {
      heading: "Ποιος έχει την ευθύνη",
      body: "Το σχολείο που δέχεται το ρυμουλκούμενο ορίζει υπεύθυνο ασφάλειας· το όνομά του γράφεται στην πρώτη σελίδα.",
    },
  ],
};

const slidesAgain: Text = {
  ...guideEnglish,
  parts: [
    ...guideEnglish.parts,
    { heading: "Where to find us", body: "The Polish partner has moved: ul. Źródlana 4, second floor." },
  ],
};

const html = (text: Text) => `<!doctype html><meta charset="utf-8"><style>
  body { font: 12pt/1.5 "DejaVu Serif", serif; margin: 2.2cm } h1 { font-size: 24pt; line-height: 1.2 } .foot { margin-top: 3cm; font-size: 8pt; color: #555 }
</style><h1>${text.title}</h1><p><em>${text.lead}</em></p>${text.parts.map((p) => `<h2>${p.heading}</h2><p>${p.body}</p>`).join("")}<p class="foot">${statement}</p>`;

async function word(name: string, text: Text): Promise<void> {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: text.title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: text.lead }),
          ...text.parts.flatMap((part) => [
            new Paragraph({ text: part.heading, heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: part.body }),
          ]),
          new Paragraph({ text: statement }),
        ],
      },
    ],
  });
  await writeFile(path.join(folder, name), await Packer.toBuffer(document));
}

async function slides(name: string, text: Text): Promise<void> {
  const deck = new PptxGenJS();
  deck.layout = "LAYOUT_WIDE";
  const first = deck.addSlide();
  first.addText(text.title, { x: 0.6, y: 1.6, w: 12, h: 1.6, fontSize: 36, bold: true });
  first.addText(text.lead, { x: 0.6, y: 3.3, w: 12, h: 1, fontSize: 20 });
  for (const part of text.parts) {
    const slide = deck.addSlide();
    slide.addText(part.heading, { x: 0.6, y: 0.5, w: 12, h: 1, fontSize: 28, bold: true });
    slide.addText(part.body, { x: 0.6, y: 1.8, w: 12, h: 3, fontSize: 18 });
    slide.addText(statement, { x: 0.6, y: 6.6, w: 12, h: 0.7, fontSize: 9 });
  }
  await writeFile(path.join(folder, name), (await deck.write({ outputType: "nodebuffer" })) as Buffer);
}

// A string, because the transpiler of this script must not rewrite code that runs in the page.
const drawAndRecord = `(async () => {
  const canvas = document.querySelector("canvas");
  const pen = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(12), { mimeType: "video/webm;codecs=vp8", videoBitsPerSecond: 200000 });
  const chunks = [];
  recorder.ondataavailable = (event) => chunks.push(event.data);
  recorder.start();
  const begin = performance.now();
  await new Promise((done) => {
    const draw = () => {
      const seconds = (performance.now() - begin) / 1000;
      const at = 60 + Math.min(520, seconds * 130);
      pen.fillStyle = "#faf8f4";
      pen.fillRect(0, 0, 640, 360);
      pen.fillStyle = "#1d2733";
      pen.font = "28px sans-serif";
      pen.fillText("A first seam, step by step", 140, 90);
      pen.fillStyle = "#0e5d70";
      pen.fillRect(60, 220, at - 60, 10);
      pen.beginPath();
      pen.arc(at, 225, 14, 0, Math.PI * 2);
      pen.fill();
      if (seconds < 4) requestAnimationFrame(draw);
      else done();
    };
    draw();
  });
  await new Promise((done) => {
    recorder.onstop = done;
    recorder.stop();
  });
  return Array.from(new Uint8Array(await new Blob(chunks).arrayBuffer()));
})()`;

async function main(): Promise<void> {
  const browser = await chromium.launch(settings.use?.launchOptions);
  const page = await browser.newPage({ viewport: { width: 640, height: 360 } });
  for (const [name, text] of [
    ["guide-en.pdf", guideEnglish],
    ["guide-el.pdf", guideGreek],
    ["report-bg.pdf", reportBulgarian],
    ["forest-el.pdf", forestGreek],
    ["school-fr.pdf", schoolFrench],
  ] as const) {
    await page.setContent(html(text));
    await writeFile(path.join(folder, name), await page.pdf({ format: "A4" }));
  }
  await page.setContent(`<canvas width="640" height="360"></canvas>`);
  const video = await page.evaluate<number[]>(drawAndRecord);
  await writeFile(path.join(folder, "first-seam.webm"), Buffer.from(video));
  await browser.close();
  await word("guide-en.docx", guideEnglish);
  await word("guide-el.docx", guideGreek);
  await slides("kick-off.pptx", guideEnglish);
  await word("guide-en-2.docx", guideEnglishAgain);
  await word("guide-el-2.docx", guideGreekAgain);
  await slides("kick-off-2.pptx", slidesAgain);
}

await main();
