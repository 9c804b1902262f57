CREATE TABLE `refused_messages` (
	`connection_id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `connections` ADD `next_watch_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `outcome` text;--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`creditor_id`,`direction`,`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_connection` ON `messages` (`connection_id`,`direction`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `moves_ended` ON `moves` (`creditor_id`,`at`) WHERE move = 'end';--> statement-breakpoint
CREATE INDEX `submissions_connection` ON `submissions` (`connection_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`creditor_id`,`due_at`,`id`) WHERE state = 'open' and due_at is not null;