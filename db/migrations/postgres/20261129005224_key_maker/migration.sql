ALTER TABLE "api_keys" ADD COLUMN "created_by_id" text;--> statement-breakpoint
UPDATE "api_keys" SET "created_by_id" = (SELECT "actor_id" FROM "audit_log" WHERE "subject_id" = "api_keys"."id" AND "action" = 'api_key.created' AND "actor_kind" = 'person' AND "audit_log"."creditor_id" = "api_keys"."creditor_id" ORDER BY "seq" LIMIT 1);
