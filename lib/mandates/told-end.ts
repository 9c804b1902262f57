/** Why a mandate ended, as people say it who tell us. */
export const endCauses = ["revoked", "left", "account_closed", "died", "disputed", "other"] as const;
export type EndCause = (typeof endCauses)[number];

/** How we were told. */
export const tellChannels = ["phone", "letter", "email", "in_person", "bank"] as const;
export type TellChannel = (typeof tellChannels)[number];
