package dev.migrator.script;

/**
 * How something is dropped of which nothing more has to be known.
 */
public final class Drop extends DropDefinition<Drop> {

	Drop() {
	}

	@Override
	Drop self() {
		return this;
	}

}
