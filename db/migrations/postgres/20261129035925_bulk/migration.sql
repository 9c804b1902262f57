CREATE TABLE "bulk_rows" (
	"bulk_id" text,
	"n" integer,
	"creditor_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"state" text NOT NULL,
	"how" text NOT NULL,
	"why" text NOT NULL,
	"provider" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text,
	"test" boolean NOT NULL,
	"faults" integer NOT NULL,
	CONSTRAINT "bulk_rows_pk" PRIMARY KEY("bulk_id","n")
);
--> statement-breakpoint
CREATE TABLE "bulks" (
	"id" text PRIMARY KEY,
	"creditor_id" text NOT NULL,
	"verb" text NOT NULL,
	"state" text NOT NULL,
	"stop_reason" text,
	"query" text NOT NULL,
	"reason" text,
	"owner_id" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"started_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_rows_subject" ON "bulk_rows" ("bulk_id","subject_id");--> statement-breakpoint
CREATE INDEX "bulk_rows_state" ON "bulk_rows" ("bulk_id","state","n");--> statement-breakpoint
CREATE INDEX "bulks_state" ON "bulks" ("state","created_at");