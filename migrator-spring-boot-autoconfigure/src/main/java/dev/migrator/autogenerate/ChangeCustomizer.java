package dev.migrator.autogenerate;

import java.util.List;

/**
 * Sees what was found between the model and the database before it is written or
 * reported, and may change it, drop some of it or add to it. Beans of this type are
 * called in their order.
 */
@FunctionalInterface
public interface ChangeCustomizer {

	/**
	 * Changes what is to be done.
	 * @param changes what was found, in an order in which it runs
	 * @return what is to be done, in this order; nothing if nothing is left
	 */
	List<Change> customize(List<Change> changes);

}
