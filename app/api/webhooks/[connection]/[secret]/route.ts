import { takeWebhook } from "@/lib/api/webhook";

type Address = { params: Promise<{ connection: string; secret: string }> };

async function take(request: Request, { params }: Address): Promise<Response> {
  const { connection, secret } = await params;
  return takeWebhook(request, connection, secret);
}

/** Providers send by GET or POST; anything else is refused before it is looked at. */
function refuse(): Response {
  return new Response(null, { status: 405, headers: { allow: "GET, POST" } });
}

export { refuse as DELETE, refuse as HEAD, refuse as PATCH, refuse as PUT, take as GET, take as POST };
