import { getMessageEndpoint } from "@/lib/api/endpoints/work";
import { messageJson } from "@/lib/api/json/message";
import { read } from "@/lib/api/read";
import { getMessage } from "@/lib/messages/get";

export const GET = read(getMessageEndpoint, async ({ ctx, params }) =>
  messageJson(await getMessage(ctx, params.id)),
);
