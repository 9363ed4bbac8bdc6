package dev.migrator.autogenerate;

import dev.migrator.testing.property.Generator;

/**
 * Two things at random, one that is there and one that is wanted, as the seeds that they
 * are made from.
 */
record FromTo(long from, long to) {

	static final Generator<FromTo> ANY = (random) -> new FromTo(random.nextLong(), random.nextLong());

}
