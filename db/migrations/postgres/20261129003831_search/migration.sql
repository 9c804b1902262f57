CREATE TABLE "debtor_terms" (
	"creditor_id" text,
	"kind" text,
	"term" text collate "C",
	"debtor_id" text,
	CONSTRAINT "debtor_terms_pk" PRIMARY KEY("creditor_id","kind","term","debtor_id")
);
--> statement-breakpoint
CREATE TABLE "word_pieces" (
	"creditor_id" text,
	"piece" text collate "C",
	"word" text collate "C",
	CONSTRAINT "word_pieces_pk" PRIMARY KEY("creditor_id","piece","word")
);
--> statement-breakpoint
ALTER TABLE "debtor_accounts" ADD COLUMN "last_four" text;--> statement-breakpoint
ALTER TABLE "debtors" ADD COLUMN "search_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "debtors" ALTER COLUMN "customer_number" SET DATA TYPE text collate "C" USING "customer_number"::text collate "C";--> statement-breakpoint
ALTER TABLE "mandates" ALTER COLUMN "provider_id" SET DATA TYPE text collate "C" USING "provider_id"::text collate "C";--> statement-breakpoint
ALTER TABLE "mandates" ALTER COLUMN "mandate_number" SET DATA TYPE text collate "C" USING "mandate_number"::text collate "C";--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "reference" SET DATA TYPE text collate "C" USING "reference"::text collate "C";--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "provider_id" SET DATA TYPE text collate "C" USING "provider_id"::text collate "C";--> statement-breakpoint
CREATE INDEX "debtor_accounts_last_four" ON "debtor_accounts" ("creditor_id","last_four","debtor_id");--> statement-breakpoint
CREATE INDEX "debtors_unsearched" ON "debtors" ("id") WHERE search_version = 0;--> statement-breakpoint
CREATE INDEX "mandates_number" ON "mandates" ("creditor_id","mandate_number");--> statement-breakpoint
CREATE INDEX "submissions_key" ON "submissions" ("creditor_id","key");