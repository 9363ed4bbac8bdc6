package dev.migrator.example.store;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * The items of the store.
 */
public interface ItemRepository extends JpaRepository<Item, Long> {

}
