ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_state";--> statement-breakpoint
CREATE INDEX "deliveries_message" ON "deliveries" USING btree ("tenant_id","message_id");--> statement-breakpoint
CREATE INDEX "deliveries_open" ON "deliveries" USING btree ("queued_at") WHERE "deliveries"."settled_at" is null;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_state" CHECK ("deliveries"."state" in ('queued', 'deferred', 'delivered', 'failed', 'cancelled', 'expired', 'unreported'));