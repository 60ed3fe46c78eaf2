import type { OutgoingJournal } from './journal-export.service';

/** The form named JournalExport, written as it comes. */
export async function* journalJson({ head, entries, versions }: OutgoingJournal): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"entries":[`;
  let parting = '\n';
  for await (const entry of entries) {
    yield `${parting}${JSON.stringify(entry).slice(0, -1)},"versions":[`;
    parting = ',\n';
    let comma = '';
    for await (const version of versions(entry.id)) {
      yield `${comma}${JSON.stringify(version)}`;
      comma = ',';
    }
    yield ']}';
  }
  yield '\n]}\n';
}
