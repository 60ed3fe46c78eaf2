import type { MeView } from '@opiring/contract/identity';
import { remember, remembered } from './remembered';

/**
 * Who used the app on this device last, so that it starts without a network: kept until signing out, without the
 * e-mail address. It opens nothing by itself; what the server has still asks for the session.
 */
export function rememberPerson(view: MeView | null): void {
  const kept = view && { ...view, account: { ...view.account, email: '' } };
  remember('person', kept && JSON.stringify(kept));
}

export function lastPerson(): MeView | null {
  try {
    const kept = JSON.parse(remembered('person') ?? 'null') as Partial<MeView> | null;
    return kept?.account && Array.isArray(kept.memberships) ? (kept as MeView) : null;
  } catch {
    return null;
  }
}
