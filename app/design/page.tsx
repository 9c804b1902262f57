import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CalendarPart } from "@/app/design/calendar-part";
import { FeedbackPart } from "@/app/design/feedback-part";
import { FormPart } from "@/app/design/form-part";
import { Frame } from "@/app/design/frame";
import { ListPart } from "@/app/design/list-part";
import { RecordPart, UnknownPart } from "@/app/design/record-part";
import { StockPart } from "@/app/design/stock-part";
import { readPreferences } from "@/app/preferences/preferences";

export const metadata: Metadata = { title: "Design" };

/** Every stock part in every state, for the people who build the desk. It does not exist in production. */
export default async function DesignPage({ searchParams }: { searchParams: Promise<{ part?: string }> }) {
  if (process.env.NODE_ENV === "production") notFound();
  const [{ part }, preferences] = await Promise.all([searchParams, readPreferences()]);
  return (
    <Frame preferences={preferences}>
      <Part name={part} />
    </Frame>
  );
}

function Part({ name }: { name: string | undefined }) {
  switch (name) {
    case "record":
      return <RecordPart />;
    case "unknown":
      return <UnknownPart />;
    case "list":
      return <ListPart />;
    case "form":
      return <FormPart />;
    case "calendar":
      return <CalendarPart />;
    case "feedback":
      return <FeedbackPart />;
    default:
      return <StockPart />;
  }
}
