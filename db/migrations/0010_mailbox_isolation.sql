alter table "addresses" enable row level security;--> statement-breakpoint
alter table "addresses" force row level security;--> statement-breakpoint
create policy "tenant" on "addresses" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "addresses" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "aliases" enable row level security;--> statement-breakpoint
alter table "aliases" force row level security;--> statement-breakpoint
create policy "tenant" on "aliases" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "aliases" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "app_passwords" enable row level security;--> statement-breakpoint
alter table "app_passwords" force row level security;--> statement-breakpoint
create policy "tenant" on "app_passwords" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "app_passwords" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "deliveries" enable row level security;--> statement-breakpoint
alter table "deliveries" force row level security;--> statement-breakpoint
create policy "tenant" on "deliveries" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "deliveries" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "delivery_events" enable row level security;--> statement-breakpoint
alter table "delivery_events" force row level security;--> statement-breakpoint
create policy "tenant" on "delivery_events" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "delivery_events" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "forwardings" enable row level security;--> statement-breakpoint
alter table "forwardings" force row level security;--> statement-breakpoint
create policy "tenant" on "forwardings" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "forwardings" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "group_members" enable row level security;--> statement-breakpoint
alter table "group_members" force row level security;--> statement-breakpoint
create policy "tenant" on "group_members" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "group_members" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "group_posts" enable row level security;--> statement-breakpoint
alter table "group_posts" force row level security;--> statement-breakpoint
create policy "tenant" on "group_posts" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "group_posts" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "groups" enable row level security;--> statement-breakpoint
alter table "groups" force row level security;--> statement-breakpoint
create policy "tenant" on "groups" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "groups" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "guard_cases" enable row level security;--> statement-breakpoint
alter table "guard_cases" force row level security;--> statement-breakpoint
create policy "tenant" on "guard_cases" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "guard_cases" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "mail_stats" enable row level security;--> statement-breakpoint
alter table "mail_stats" force row level security;--> statement-breakpoint
create policy "tenant" on "mail_stats" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "mail_stats" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "mailbox_networks" enable row level security;--> statement-breakpoint
alter table "mailbox_networks" force row level security;--> statement-breakpoint
create policy "tenant" on "mailbox_networks" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "mailbox_networks" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "mailbox_recovery_codes" enable row level security;--> statement-breakpoint
alter table "mailbox_recovery_codes" force row level security;--> statement-breakpoint
create policy "tenant" on "mailbox_recovery_codes" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "mailbox_recovery_codes" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "mailbox_tokens" enable row level security;--> statement-breakpoint
alter table "mailbox_tokens" force row level security;--> statement-breakpoint
create policy "tenant" on "mailbox_tokens" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "mailbox_tokens" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "run_rows" enable row level security;--> statement-breakpoint
alter table "run_rows" force row level security;--> statement-breakpoint
create policy "tenant" on "run_rows" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "run_rows" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "runs" enable row level security;--> statement-breakpoint
alter table "runs" force row level security;--> statement-breakpoint
create policy "tenant" on "runs" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "runs" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create policy "lookup" on "mailbox_tokens" for select using ("token_hash" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "lookup" on "forwardings" for select using ("token_hash" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
-- Forced row-level security binds the schema's owner too: it is lifted for the rows that exist already.
alter table "mail_users" no force row level security;--> statement-breakpoint
alter table "addresses" no force row level security;--> statement-breakpoint
update "mail_users" set "password_set_at" = "created_at" where "state" <> 'deleted';--> statement-breakpoint
update "mail_users" set "may_sign_in" = false where "state" = 'suspended';--> statement-breakpoint
update "mail_users" set "may_send" = false where "state" = 'suspended';--> statement-breakpoint
insert into "addresses" ("address", "tenant_id", "holder", "holder_id") select "address", "tenant_id", 'mail_user', "id" from "mail_users";--> statement-breakpoint
alter table "mail_users" force row level security;--> statement-breakpoint
alter table "addresses" force row level security;--> statement-breakpoint
create function "keep_address"() returns trigger language plpgsql set search_path = public as $$
begin
  if tg_op = 'UPDATE' and new."address" = old."address" then return new; end if;
  if tg_op in ('UPDATE', 'DELETE') then delete from "addresses" where "address" = old."address" and "holder_id" = old."id"; end if;
  if tg_op = 'DELETE' then return old; end if;
  insert into "addresses" ("address", "tenant_id", "holder", "holder_id") values (new."address", new."tenant_id", tg_argv[0], new."id");
  return new;
end
$$;--> statement-breakpoint
create trigger "keep_address" after insert or delete or update of "address" on "mail_users" for each row execute function "keep_address"('mail_user');--> statement-breakpoint
create trigger "keep_address" after insert or delete or update of "address" on "aliases" for each row execute function "keep_address"('alias');--> statement-breakpoint
create trigger "keep_address" after insert or delete or update of "address" on "groups" for each row execute function "keep_address"('group');
