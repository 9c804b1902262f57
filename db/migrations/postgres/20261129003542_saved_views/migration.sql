CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY,
	"creditor_id" text NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"team" boolean NOT NULL,
	"owner_id" text NOT NULL,
	"owner_name" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" ("creditor_id","list","owner_id","name");--> statement-breakpoint
CREATE INDEX "saved_views_list" ON "saved_views" ("creditor_id","list","created_at");