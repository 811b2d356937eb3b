//! The file for the federal register of education documents (ФИС ФРДО), made by filling the customer's own template.
