CREATE TABLE "notes" (
	"id" text PRIMARY KEY,
	"creditor_id" text NOT NULL,
	"noun" text NOT NULL,
	"subject_id" text NOT NULL,
	"body" text NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "told_ends" (
	"mandate_id" text PRIMARY KEY,
	"creditor_id" text NOT NULL,
	"cause" text NOT NULL,
	"channel" text NOT NULL,
	"told_by" text NOT NULL,
	"effective_on" date NOT NULL,
	"note" text NOT NULL,
	"recorded_by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "notes_subject" ON "notes" ("subject_id","at","id");--> statement-breakpoint
CREATE INDEX "run_items_mandate" ON "run_items" ("mandate_id");