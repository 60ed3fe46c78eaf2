import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '@opiring/contract/values';

/** A person's account. Its name is what the circle calls them. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('citext', { unique: true }) email!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('text', { default: 'et' }) locale!: Locale;
  @Column('timestamptz', { name: 'admin_since', nullable: true }) adminSince!: Date | null;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
  @Column('timestamptz', { name: 'mail_off_at', nullable: true }) mailOffAt!: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
