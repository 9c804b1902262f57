ALTER TABLE `tasks` ADD `owner_id` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `owner_name` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `snoozed_until` integer;