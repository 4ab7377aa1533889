DROP INDEX "deliveries_of_queue";--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_of_queue" ON "deliveries" USING btree ("queue_id","recipient","tenant_id");