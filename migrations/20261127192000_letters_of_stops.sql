-- Up Migration
-- A letter may also say that another system is told no more. As before it holds no words: they are put in as it leaves.
ALTER TABLE letters ALTER COLUMN announcement_id DROP NOT NULL,
  ADD COLUMN receiver_id uuid REFERENCES receivers ON DELETE CASCADE,
  ADD CONSTRAINT letters_of_one_thing CHECK (num_nonnulls(announcement_id, receiver_id) = 1);
CREATE UNIQUE INDEX letters_receiver ON letters (receiver_id, account_id) WHERE receiver_id IS NOT NULL;

-- Down Migration
DELETE FROM letters WHERE receiver_id IS NOT NULL;
ALTER TABLE letters DROP COLUMN receiver_id, ALTER COLUMN announcement_id SET NOT NULL;
