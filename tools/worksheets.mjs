// Writes the worksheets of the programme in this repository: node tools/worksheets.mjs
// The same words give the same bytes, so that a change in them is all that git sees.
import { createWriteStream, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

const root = fileURLToPath(new URL('../programmes/dialoogid-kogukonnas/materials', import.meta.url));
const font = (name) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/literata/${name}/Literata_${name}.ttf`);
const [INK, JUNIPER, QUIET, LINE] = ['#14262A', '#1B4D48', '#55645F', '#9AA59F'];
const [LEFT, WIDTH] = [64, 467];

const SHEETS = [
  {
    path: 'plan-practicum/Ringi kokkuleppe leht.pdf',
    title: 'Ringi kokkuleppe leht',
    lead: 'Täitke see õpipartneriga koos enne praktikumi. Ringi alguses lugege kokkulepped ette ja küsige, kas kõik on nõus.',
    parts: [
      [
        'Meie ring',
        [['Küsimus, millest räägime', 2], ['Päev, kellaaeg ja koht'], ['Dialoogihoidja, ja kes paneb kirja']],
      ],
      [
        'Millest alustame',
        [
          '- Räägib see, kelle käes on ese. Teised kuulavad.',
          '- Räägin omaenda kogemusest, mitte teiste eest.',
          '- Kellegi mõtet ei arvustata ega mõisteta hukka.',
          '- Sõna võib vahele jätta, põhjust ütlemata.',
          '- Mis siin räägitakse, läheb edasi ainult rääkija loal.',
          ['Meie oma kokkulepped', 2],
        ],
      ],
      ['Kes on puudu', [['Kelle häält meil tavaliselt ei kuulda? Kes teda kutsub?', 2]]],
      [
        'Pärast ringi',
        [
          ['Mida märkasime, kui keegi vahele ei rääkinud?', 2],
          ['Mida hoiame järgmisel korral teisiti?', 2],
        ],
      ],
    ],
  },
  {
    path: 'listening/Kuulamise leht.pdf',
    title: 'Kuulamise leht',
    lead: 'Vali sel nädalal üks vestlus, milles lubad endale ainult kuulata. Täida leht samal päeval. Leht on sinu enda jaoks: mõtiskluseks läheb sellest see, mida ise tahad.',
    parts: [
      ['Enne', [['Kellega ja millest'], ['Mida ma arvan, et ma juba tean?', 2]]],
      [
        'Vestluse ajal',
        [
          '- Ootasin, millal saan ise rääkida.',
          '- Otsisin juurde sellele, mida arvasin ennegi.',
          '- Kuulsin midagi, mida ma ei teadnud.',
          '- Nägin korraks, kuidas see tema poolt paistab.',
          '- Meil mõlemal tekkis mõte, mida enne polnud kummalgi.',
        ],
      ],
      [
        'Pärast',
        [
          ['Mis üllatas?', 3],
          ['Mida ma küsimata jätsin?', 2],
          ['Kelle juttu ma selles asjas veel ei ole kuulnud?', 2],
        ],
      ],
    ],
  },
];

/** An empty sheet with its title and language, and its fonts inside. */
function blank(title) {
  const paper = new PDFDocument({
    size: 'A4',
    margins: { top: 52, bottom: 40, left: LEFT, right: LEFT },
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: 'et',
    displayTitle: true,
    info: { Title: title, CreationDate: new Date('2023-10-04T00:00:00Z') },
  });
  paper.registerFont('plain', font('400Regular'));
  paper.registerFont('strong', font('600SemiBold'));
  return paper;
}

function write({ path, title, lead, parts }) {
  const to = join(root, path);
  mkdirSync(dirname(to), { recursive: true });
  const paper = blank(title);
  paper.pipe(createWriteStream(to));
  const document = paper.struct('Document');
  paper.addStructure(document);
  const say = (tag, text, face, size, color, gap, x = LEFT) => {
    const part = paper.struct(tag, () => {
      paper.font(face).fontSize(size).fillColor(color);
      paper.text(text, x, paper.y + gap, { width: WIDTH - (x - LEFT), lineGap: 2 });
    });
    document.add(part);
    part.end();
  };
  const drawn = (draw) => {
    paper.markContent('Artifact', { type: 'Layout' });
    draw();
    paper.endMarkedContent();
  };
  const lines = (count) =>
    drawn(() => {
      paper.lineWidth(0.7).strokeColor(LINE);
      for (let line = 0; line < count; line++) {
        paper.y += 21;
        paper
          .moveTo(LEFT, paper.y)
          .lineTo(LEFT + WIDTH, paper.y)
          .stroke();
      }
    });
  say('H1', title, 'plain', 26, JUNIPER, 0);
  say('P', lead, 'plain', 11, QUIET, 4);
  for (const [heading, rows] of parts) {
    say('H2', heading, 'strong', 14, JUNIPER, 11);
    for (const row of rows) {
      if (typeof row !== 'string') {
        say('P', row[0], 'plain', 11, INK, 5);
        lines(row[1] ?? 1);
        continue;
      }
      drawn(() =>
        paper
          .lineWidth(0.9)
          .strokeColor(INK)
          .rect(LEFT + 1, paper.y + 6, 10, 10)
          .stroke(),
      );
      say('P', row.slice(2), 'plain', 11, INK, 3, LEFT + 22);
    }
  }
  document.end();
  paper.end();
}

SHEETS.forEach(write);
