package dev.migrator.autogenerate;

import java.util.List;

/**
 * Changes the differences between the model and the database before they are written or
 * reported: it can replace, remove or add changes. Beans of this type are called in their
 * order.
 */
@FunctionalInterface
public interface ChangeCustomizer {

	/**
	 * Returns the changes to make.
	 * @param changes the proposed changes, in an order in which they can run
	 * @return the changes to make, in this order; empty for none
	 */
	List<Change> customize(List<Change> changes);

}
