//! Days off and closed hours: public holidays by country and region as imported lists, and hours in which an organisation
//! teaches nothing.
