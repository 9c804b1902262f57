import { getMessageEndpoint } from "@/lib/api/endpoints/work";
import { messageJson } from "@/lib/api/json/message";
import { read } from "@/lib/api/read";
import { wrongMethod } from "@/lib/api/wrong-method";
import { getMessage } from "@/lib/messages/get";

export const GET = read(getMessageEndpoint, async ({ ctx, params }) =>
  messageJson(await getMessage(ctx, params.id)),
);

export {
  wrongMethod as DELETE,
  wrongMethod as OPTIONS,
  wrongMethod as PATCH,
  wrongMethod as POST,
  wrongMethod as PUT,
};
