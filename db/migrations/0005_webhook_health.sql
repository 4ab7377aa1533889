DROP INDEX "webhook_deliveries_webhook";--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "failing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "switched_off" text;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_state_of_webhook" ON "webhook_deliveries" USING btree ("webhook_id","state","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("webhook_id","next_attempt_at") WHERE "webhook_deliveries"."state" = 'pending';--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_switched_off" CHECK ("webhooks"."switched_off" in ('gone', 'failing'));