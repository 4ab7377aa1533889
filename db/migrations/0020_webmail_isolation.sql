alter table "correspondents" enable row level security;--> statement-breakpoint
alter table "correspondents" force row level security;--> statement-breakpoint
create policy "tenant" on "correspondents" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "correspondents" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "mail_labels" enable row level security;--> statement-breakpoint
alter table "mail_labels" force row level security;--> statement-breakpoint
create policy "tenant" on "mail_labels" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "mail_labels" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "mailbox_preferences" enable row level security;--> statement-breakpoint
alter table "mailbox_preferences" force row level security;--> statement-breakpoint
create policy "tenant" on "mailbox_preferences" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "mailbox_preferences" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "signatures" enable row level security;--> statement-breakpoint
alter table "signatures" force row level security;--> statement-breakpoint
create policy "tenant" on "signatures" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "signatures" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "staged_files" enable row level security;--> statement-breakpoint
alter table "staged_files" force row level security;--> statement-breakpoint
create policy "tenant" on "staged_files" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "staged_files" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "trusted_senders" enable row level security;--> statement-breakpoint
alter table "trusted_senders" force row level security;--> statement-breakpoint
create policy "tenant" on "trusted_senders" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "trusted_senders" for select using ((select current_setting('app.scope', true)) = 'sweep');
