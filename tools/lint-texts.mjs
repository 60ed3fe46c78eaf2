// For boundaries.spec.ts: lints texts that are in no file. Takes `[{path, text}]`, answers `[[ruleId, …], …]`.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const answers = [];
for (const plant of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(plant.text, { filePath: plant.path });
  answers.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(answers));
