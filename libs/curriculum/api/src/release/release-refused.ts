import type { ReleaseFault } from '@opiring/contract/release';
import type { LocalText } from '@opiring/contract/text';
import { DomainError } from '@opiring/platform/api';

const MOST_TOLD = 20;

/** A rule can never be met. The reasons travel as data, for a screen to say in the reader's words. */
export class ReleaseRefused extends DomainError {
  constructor(faults: readonly ReleaseFault[], status: 400 | 409) {
    const told = faults.slice(0, MOST_TOLD);
    super('release-refused', status, 'What opens by these rules would never open.', {
      release: told.map(sentence),
    });
    this.reasons = told;
  }
}

const quoted = (title: LocalText): string => `“${title.et ?? title.en ?? title.ru ?? ''}”`;

function sentence({ code, title, names }: ReleaseFault): string {
  const [first = ''] = names.map(quoted);
  const who = quoted(title);
  switch (code) {
    case 'meeting-cancelled':
      return `${who} waits for the meeting ${first}, which is cancelled`;
    case 'meeting-gone':
      return `${who} waits for a meeting this cohort does not have`;
    case 'activity-gone':
      return `${who} waits for ${first || 'an activity'}, which is not in the curriculum`;
    case 'activity-cancelled':
      return `${who} waits for ${first}, whose meeting is cancelled`;
    case 'module-gone':
      return `${who} waits for the module ${first}, which is not in the curriculum`;
    case 'module-empty':
      return `${who} waits for the module ${first}, in which there is nothing to do`;
    case 'after-end':
      return `${who} waits for a day after the cohort's last`;
    case 'itself':
      return `${who} waits for itself`;
    case 'circle':
      return `${[...names, names[0] ?? {}].map(quoted).join(' waits for ')}`;
  }
}
