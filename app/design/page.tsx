import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CalendarPart } from "@/app/design/calendar-part";
import { FeedbackPart } from "@/app/design/feedback-part";
import { FormPart } from "@/app/design/form-part";
import { Frame } from "@/app/design/frame";
import { ListPart } from "@/app/design/list-part";
import { RecordPart, UnknownPart } from "@/app/design/record-part";
import { SearchPart } from "@/app/design/search-part";
import { StockPart } from "@/app/design/stock-part";
import { WorkPart } from "@/app/design/work-part";
import { readPreferences } from "@/app/preferences/preferences";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Design" };

/** Every stock part in every state, for the people who build the desk. In production only where DESIGN says so. */
export default async function DesignPage({ searchParams }: { searchParams: Promise<{ part?: string }> }) {
  if (process.env.NODE_ENV === "production" && !env().DESIGN) notFound();
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
    case "search":
      return <SearchPart />;
    case "work":
      return <WorkPart />;
    case "feedback":
      return <FeedbackPart />;
    default:
      return <StockPart />;
  }
}
