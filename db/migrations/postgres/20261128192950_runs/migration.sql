CREATE TABLE "run_items" (
	"id" text PRIMARY KEY,
	"creditor_id" text NOT NULL,
	"run_id" text NOT NULL,
	"n" integer NOT NULL,
	"given" jsonb NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"reason_params" jsonb NOT NULL,
	"choice" text,
	"mandate_id" text,
	"connection_id" text,
	"debtor_name" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text,
	"text" text NOT NULL,
	"reference" text NOT NULL,
	"wanted" date,
	"planned" date,
	"window" text NOT NULL,
	"cutoff_at" timestamp(3) with time zone NOT NULL,
	"slips" boolean NOT NULL,
	"at_risk" boolean NOT NULL,
	"payment_id" text,
	"faults" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text PRIMARY KEY,
	"creditor_id" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"test" boolean NOT NULL,
	"agreement_id" text,
	"origin" text NOT NULL,
	"file_hash" text NOT NULL,
	"content_hash" text,
	"prepared_kind" text NOT NULL,
	"prepared_by_id" text NOT NULL,
	"prepared_by_name" text NOT NULL,
	"work_of" jsonb NOT NULL,
	"approved_by_id" text,
	"approved_by_name" text,
	"approved_hash" text,
	"sent_by_name" text,
	"stopped_by_name" text,
	"stop_reason" text,
	"checks" jsonb NOT NULL,
	"checked_at" timestamp(3) with time zone,
	"frozen_at" timestamp(3) with time zone,
	"approved_at" timestamp(3) with time zone,
	"sent_at" timestamp(3) with time zone,
	"stopped_at" timestamp(3) with time zone,
	"done_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "submissions_due";--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "identity" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "run_id" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "deadline_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "value_rank" bigint NOT NULL DEFAULT 0;--> statement-breakpoint
UPDATE "submissions" SET "deadline_at" = "created_at";--> statement-breakpoint
UPDATE "submissions" SET "deadline_at" = coalesce("payments"."cutoff_at", "submissions"."created_at"), "value_rank" = -"payments"."amount_minor" FROM "payments" WHERE "payments"."id" = "submissions"."subject_id" AND "submissions"."operation" = 'payment.create';--> statement-breakpoint
ALTER TABLE "submissions" ALTER COLUMN "deadline_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ALTER COLUMN "value_rank" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "payments_run" ON "payments" ("run_id","state","sending");--> statement-breakpoint
CREATE INDEX "payments_run_newest" ON "payments" ("run_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "run_items_n" ON "run_items" ("run_id","n");--> statement-breakpoint
CREATE INDEX "run_items_state" ON "run_items" ("run_id","state","cutoff_at","amount_minor");--> statement-breakpoint
CREATE INDEX "run_items_reference" ON "run_items" ("creditor_id","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "run_items_payment" ON "run_items" ("payment_id");--> statement-breakpoint
CREATE INDEX "runs_newest" ON "runs" ("creditor_id","created_at","id");--> statement-breakpoint
CREATE INDEX "runs_state" ON "runs" ("state");--> statement-breakpoint
CREATE INDEX "runs_file" ON "runs" ("creditor_id","file_hash");--> statement-breakpoint
CREATE INDEX "submissions_turn" ON "submissions" ("state","deadline_at","value_rank") WHERE next_at is not null;