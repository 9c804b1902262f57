import { defaultLocationSettings, defaultSettings } from "./settings";
import type { Credential, State } from "./state";

export interface Account {
  /** `AT-####-####` for a token, `SL-####-####` for a sales location, which is made if there is none. */
  user: string;
  secret: string;
  /** Left out: yes. */
  directDebit?: boolean;
  /** `M-####-####`; left out: the demo merchant. */
  merchant?: string;
}

const DEMO_MERCHANT = "M-1000-2000";

/** Invented for this simulator; they open nothing anywhere else. */
const demoAccounts: readonly Account[] = [
  { user: "AT-1000-2000", secret: "0123456789abcdef0123456789abcdef01234567" },
  { user: "SL-1000-2000", secret: "89abcdef0123456789abcdef0123456789abcdef" },
  { user: "AT-1000-3000", secret: "fedcba9876543210fedcba9876543210fedcba98", directDebit: false },
];

/** Adds a credential, or changes the one of that user, with its sales location and merchant. */
export function addAccount(state: State, account: Account): Credential {
  const merchant = account.merchant ?? state.credentials[account.user]?.merchant ?? DEMO_MERCHANT;
  state.merchants[merchant] ??= merchant === DEMO_MERCHANT ? "Example Creditor B.V." : `Creditor ${merchant}`;
  const credential: Credential = {
    user: account.user,
    secret: account.secret,
    merchant,
    directDebit: account.directDebit ?? true,
  };
  state.credentials[account.user] = credential;
  if (account.user.startsWith("SL-") && !state.locations[account.user]) {
    const { user } = account;
    const name = user === "SL-1000-2000" ? "Example Service Desk" : `Sales location ${user}`;
    state.locations[user] = { code: user, name, merchant, settings: defaultLocationSettings() };
  }
  return credential;
}

/** A simulator nothing has happened in yet. */
export function initialState(accounts: readonly Account[] = demoAccounts): State {
  const state: State = {
    counters: {},
    random: 20_260_101,
    settings: defaultSettings(),
    merchants: {},
    credentials: {},
    locations: {},
    mandates: {},
    debits: {},
    refunds: {},
    due: [],
    waiting: [],
    finished: [],
    misfires: {},
  };
  for (const account of accounts) addAccount(state, account);
  return state;
}
